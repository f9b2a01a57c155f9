namespace XttsSaas.Cli.Judging;

/// <summary>How a model sounds.</summary>
/// <param name="Model">What was judged.</param>
/// <param name="Recognised">Share of the English sentences that the recogniser picks out of their closed set; null where none was judged.</param>
/// <param name="SourceRecognised">The same of the synthesizer's own recordings.</param>
/// <param name="Relative"><paramref name="Recognised"/> over <paramref name="SourceRecognised"/>.</param>
/// <param name="Retrieval">Share of all sentences that are nearest to the recording of their own.</param>
/// <param name="SimilarityOwn">Mean cosine of the speaker embeddings of sentences and of their speakers' references.</param>
/// <param name="SimilarityOthers">The same with the references of speakers whom nobody has trained with, other than their own.</param>
/// <param name="StopFailures">Sentences whose codes never came to an end.</param>
/// <param name="LengthRatio">Mean length over the recording's.</param>
/// <param name="PitchWithinSemitone">Share of the voiced frames that are within a semitone of the recording.</param>
/// <param name="MelCepstralDistortion">Mean, dB.</param>
/// <param name="CodesPerCharacter">Mean.</param>
/// <param name="Rtf">Time to speak over the length of what was spoken.</param>
internal sealed record EvalReport(
    string Model, double? Recognised, double? SourceRecognised, double? Relative, double Retrieval, double SimilarityOwn, double SimilarityOthers,
    int StopFailures, double LengthRatio, double PitchWithinSemitone, double MelCepstralDistortion, double CodesPerCharacter, double Rtf, double Seconds,
    IReadOnlyList<LanguageReport> Languages, CloningReport? Cloning, IReadOnlyList<SentenceReport> Sentences);
