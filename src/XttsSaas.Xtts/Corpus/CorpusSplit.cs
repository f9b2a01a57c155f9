namespace XttsSaas.Xtts.Corpus;

/// <summary>The parts of a corpus; no sentence of one part is in another, except that the last two share theirs.</summary>
public enum CorpusSplit
{
    Training,

    /// <summary>Unseen sentences by the speakers of training, to choose a checkpoint.</summary>
    Validation,

    /// <summary>Unseen sentences by the speakers of training, to judge the chosen one.</summary>
    Test,

    /// <summary>Sentences of <see cref="Test"/> by speakers that no other part has.</summary>
    Unseen,
}
