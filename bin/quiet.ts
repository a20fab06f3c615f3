/** For Node: stripping types is stable enough for us, and its warning is not for who reads our output. */
export const quiet = '--disable-warning=ExperimentalWarning';
