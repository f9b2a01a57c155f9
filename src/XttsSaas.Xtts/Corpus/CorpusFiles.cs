namespace XttsSaas.Xtts.Corpus;

/// <summary>The names of a corpus folder's files.</summary>
public static class CorpusFiles
{
    public const string Manifest = "corpus.json";

    /// <summary>The clips of one part, one JSON document per line.</summary>
    public static string Of(CorpusSplit split) => split switch
    {
        CorpusSplit.Training => "train.jsonl",
        CorpusSplit.Validation => "validation.jsonl",
        CorpusSplit.Test => "test.jsonl",
        CorpusSplit.Unseen => "unseen.jsonl",
        _ => throw new ArgumentOutOfRangeException(nameof(split), split, null),
    };
}
