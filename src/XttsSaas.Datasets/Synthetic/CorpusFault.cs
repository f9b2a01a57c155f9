namespace XttsSaas.Datasets.Synthetic;

/// <summary>Why a corpus was not built.</summary>
public enum CorpusFault
{
    /// <summary>What was asked for cannot be: a language without a voice, no sentences, zero hours.</summary>
    WrongRequest,

    /// <summary>The folder holds something else.</summary>
    FolderTaken,

    /// <summary>The synthesizer or its data are not installed.</summary>
    Missing,

    /// <summary>The synthesizer broke.</summary>
    Failed,
}
