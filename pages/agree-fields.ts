import { type Datum, type Phrase, phrase } from '../cards/view';
import { type Html, html } from './html';

/** The form as it stands: what was typed, and what has to be mended, beside each field. */
export interface AgreeForm {
  readonly designations: readonly { readonly value: string; readonly title: Datum }[];
  readonly typed: {
    readonly name: string;
    readonly designation: string;
    readonly organisation: string;
    readonly read: boolean;
  };
  readonly problems: Readonly<Partial<Record<FieldName, Phrase>>>;
  /** What the form is known by, and which words it is about. */
  readonly form: string;
  readonly words: string;
}
export type FieldName = 'name' | 'designation' | 'organisation' | 'read';

type Say = (datum: Datum) => string;

export function formOf(form: AgreeForm, say: Say): Html {
  return html`<form method="post" novalidate>
<h2>${say(phrase('agreePage.form'))}</h2>
<input type="hidden" name="form" value="${form.form}">
<input type="hidden" name="words" value="${form.words}">
${textField('name', 'name', form, say)}${radios(form, say)}${textField('organisation', 'organization', form, say)}${tick(form, say)}<p><button type="submit">${say(phrase('agreePage.agree'))}</button></p>
</form>
`;
}

function textField(name: 'name' | 'organisation', fill: string, { typed, problems }: AgreeForm, say: Say): Html {
  return html`<div class="field">
<label for="${name}">${say(phrase(`agreePage.${name}.label`))}</label>
${problemOf(name, problems, say)}<input type="text" id="${name}" name="${name}" value="${typed[name]}" autocomplete="${fill}" dir="auto"${name === 'name' ? html` required` : undefined}${marked(name, problems)}>
</div>
`;
}

/** The first of them has the id of the field, so that the list of problems leads to it. */
function radios({ designations, typed, problems }: AgreeForm, say: Say): Html {
  const name = 'designation';
  return html`<fieldset class="field"${described(name, problems)}>
<legend>${say(phrase('agreePage.designation.label'))}</legend>
${problemOf(name, problems, say)}${designations.map(
  ({ value, title }, index) =>
    html`<label class="choice" for="${idOf(index)}"><input type="radio" id="${idOf(index)}" name="${name}" value="${value}" required${typed.designation === value ? html` checked` : undefined}> ${say(title)}</label>\n`,
)}</fieldset>
`;
}

function idOf(index: number): string {
  return index === 0 ? 'designation' : `designation-${index}`;
}

function tick({ typed, problems }: AgreeForm, say: Say): Html {
  return html`<div class="field">
${problemOf('read', problems, say)}<label class="choice" for="read"><input type="checkbox" id="read" name="read" value="yes" required${typed.read ? html` checked` : undefined}${marked('read', problems)}> ${say(phrase('agreePage.read.label'))}</label>
</div>
`;
}

function problemOf(name: FieldName, problems: AgreeForm['problems'], say: Say): Html | undefined {
  const problem = problems[name];
  return problem && html`<p class="problem" id="${name}-problem">${say(problem)}</p>\n`;
}

function marked(name: FieldName, problems: AgreeForm['problems']): Html | undefined {
  return problems[name] ? html` aria-invalid="true"${described(name, problems)}` : undefined;
}

function described(name: FieldName, problems: AgreeForm['problems']): Html | undefined {
  return problems[name] ? html` aria-describedby="${name}-problem"` : undefined;
}
