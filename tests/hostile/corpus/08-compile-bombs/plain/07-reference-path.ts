// tries: a file of the host by reference path
// verdicts: CE
/// <reference path="/etc/passwd" />
export const solve = () => 1;
