using XttsSaas.Datasets.Synthetic.Planning;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic.Building;

/// <summary>Texts that one fresh engine speaks one after the other, which makes their samples repeatable.</summary>
/// <param name="Folder">The corpus.</param>
public sealed record SpeechBlock(string Folder, IReadOnlyList<Utterance> Utterances)
{
    /// <summary>About fifteen minutes of sound: long against the start of a process, short against a build that is cut off.</summary>
    public const int Size = 256;
}

/// <summary>Speaks a block and writes its files, in a process of its own where bytes are to be repeatable.</summary>
/// <returns>The clips that were kept, in the block's order.</returns>
public delegate Task<IReadOnlyList<CorpusClip>> SpeakBlock(SpeechBlock block, CancellationToken cancellationToken);
