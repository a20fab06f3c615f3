export type SoftenedKl = {
  loss: number;
  /** By the student's logits, laid out like them. */
  gradient: Float64Array;
};

/** T² times the mean divergence of the softened student from the softened teacher, and its gradient by the student's logits. */
export declare function softenedKl(
  student: Float64Array,
  teacher: Float64Array,
  classes: number,
  temperature: number,
): SoftenedKl;
