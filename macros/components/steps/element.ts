/** `<rfq-steps>`: how far each of the five steps is, in a few words beside its link. */

import { query, setText } from "../../client/browser/dom.ts";
import { EvaluatedElement } from "../../client/page/evaluated-element.ts";
import { evaluationNow } from "../../client/page/evaluation.ts";
import { formatProgress } from "../../client/record/answers.ts";
import { unansweredQuestions } from "../../client/record/received-review.ts";
import type { Evaluation } from "../../client/summary/evaluate.ts";
import { progressOf, statesOf } from "../../client/summary/evaluate-items.ts";
import { isLacking } from "../../client/summary/asked-fields.ts";
import { isComplete } from "../../client/summary/levels.ts";
import { countQuestions } from "../../client/summary/questions.ts";

/** How far a step is, and whether nothing is left to do in it. */
interface StepState { text: string; done: boolean }

/** Each step's state follows from the record; which is which, the template says. */
export default class RfqSteps extends EvaluatedElement {
  protected override connect(): void {}

  protected override show(): void {
    const evaluation = evaluationNow(this.session);
    for (const step of this.querySelectorAll<HTMLElement>("[data-step]")) {
      const { text, done } = this.#stateOf(step.dataset["step"]!, step.dataset["list"], evaluation);
      setText(query(step, ".steps__state"), text);
      step.classList.toggle("is-done", done);
    }
  }

  #stateOf(step: string, list: string | undefined, evaluation: Evaluation): StepState {
    const { guide, record, levels, questions } = evaluation;
    if (step === "stage") {
      const words = [levels.stage, record.stage].filter((each) => !!each).map((each) => guide.stageLabel(each));
      return { text: [...new Set(words)].join(" → "), done: isComplete(levels) && !!record.stage };
    }
    if (step === "check") return { text: countQuestions(evaluation), done: questions.length + unansweredQuestions(guide, record).length === 0 };
    if (!list) {
      const { changedSinceCopy } = this.session.store;
      const copied = record.copied !== undefined;
      return { text: copied && changedSinceCopy ? "changed since the last copy" : copied ? "a copy is saved" : "no copy saved yet", done: copied && !changedSinceCopy };
    }
    const states = statesOf(evaluation, list);
    if (list === guide.known.id("verdict")) return { text: formatProgress(progressOf(states), guide.checklist(list).words), done: states.every(({ state }) => state === "settled" || state === "na") };
    return detailsGiven(evaluation, list);
  }
}

/** How many of the details that a list asks for are given. */
function detailsGiven({ fields, guide }: Evaluation, list: string): StepState {
  const asked = [...new Set(guide.checklist(list).items.flatMap((item) => item.fields))].map((id) => fields.get(id)!).filter((state) => state.asked);
  const given = asked.filter((state) => !isLacking(state)).length;
  return { text: `${given} of ${asked.length} details`, done: given === asked.length };
}
