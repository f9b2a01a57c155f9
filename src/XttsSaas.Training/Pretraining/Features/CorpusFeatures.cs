using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Features;

/// <summary>
/// The features of a corpus for one model: acoustics come from a cache, codes from the model's DVAE. Clips whose text or length the
/// model has no positions for are left out.
/// </summary>
public sealed class CorpusFeatures
{
    private const int BatchClips = 32;

    private CorpusFeatures(IReadOnlyList<ClipFeatures> training, IReadOnlyList<ClipFeatures> validation, PhonemeInventory phonemes) =>
        (Training, Validation, Phonemes) = (training, validation, phonemes);

    public IReadOnlyList<ClipFeatures> Training { get; }

    public IReadOnlyList<ClipFeatures> Validation { get; }

    public PhonemeInventory Phonemes { get; }

    /// <summary>Reads or makes the features of the training and validation parts.</summary>
    public static CorpusFeatures Load(StageContext context, CancellationToken cancellation)
    {
        var training = context.Corpus.Clips(CorpusSplit.Training).ToArray();
        var validation = context.Corpus.Clips(CorpusSplit.Validation).ToArray();
        var phonemes = new PhonemeInventory(training);
        return new CorpusFeatures(
            Of(CorpusSplit.Training, training, phonemes, context, cancellation),
            Of(CorpusSplit.Validation, validation, phonemes, context, cancellation),
            phonemes);
    }

    private static List<ClipFeatures> Of(
        CorpusSplit split, CorpusClip[] clips, PhonemeInventory phonemes, StageContext context, CancellationToken cancellation)
    {
        var start = context.Start;
        var args = start.Config.ModelArgs;
        var melStats = start.Model.ReadSingle(TensorNames.MelStats);
        var path = Path.Combine(context.CacheFolder, $"{split}-acoustics.bin".ToLowerInvariant());
        var acoustics = AcousticCache.GetOrAnalyse(path, context.Corpus, clips, melStats, context.Report, cancellation);
        var codes = Encode(acoustics, start, context, cancellation);
        var speakers = context.Corpus.Manifest.Speakers.Select((speaker, i) => (speaker.Id, i)).ToDictionary(entry => entry.Id, entry => entry.i, StringComparer.Ordinal);
        var features = new List<ClipFeatures>(clips.Length);
        for (var i = 0; i < clips.Length; i++)
        {
            var clip = clips[i];
            int[] ids = [.. start.Tokenizer.Encode(clip.Text, clip.Language)];
            if (ids.Length + 2 > args.TextPositions || codes[i].Length + 5 > args.AudioPositions || ids.Contains(start.Tokenizer.UnknownId))
                continue;
            features.Add(new ClipFeatures(
                context.Corpus.WavePath(clip), speakers[clip.Speaker], ids, codes[i],
                phonemes.PerCode(clip, codes[i].Length, args.GptCodeStrideLen), Letters(clip, ids.Length, codes[i].Length, args.GptCodeStrideLen), acoustics[i]));
        }

        return features;
    }

    // The language tag comes first; a cleaned text is hardly ever longer or shorter than the text itself.
    private static float[] Letters(CorpusClip clip, int tokens, int codes, int samplesPerCode)
    {
        var letters = LetterTrack.PerCode(clip, codes, samplesPerCode);
        var scale = (tokens - 1f) / clip.Text.Length;
        return [.. letters.Select(letter => 1 + (letter * scale))];
    }

    private static int[][] Encode(Acoustics[] acoustics, Checkpoint start, StageContext context, CancellationToken cancellation)
    {
        using var weights = GptWeights.LoadDvaeEncoder(start, context.Device);
        var encoder = new DvaeEncoder(weights);
        var codes = new int[acoustics.Length][];
        var done = 0;
        // Clips of like length share a batch, so that little padding is encoded.
        foreach (var batch in Enumerable.Range(0, acoustics.Length).OrderBy(i => acoustics[i].Codes).Chunk(BatchClips))
        {
            cancellation.ThrowIfCancellationRequested();
            Encode(batch, acoustics, encoder, codes);
            if ((done += batch.Length) % (BatchClips * 64) == 0)
                context.Report($"Encoded {done} of {acoustics.Length} clips");
        }

        return codes;
    }

    private static void Encode(int[] batch, Acoustics[] acoustics, DvaeEncoder encoder, int[][] codes)
    {
        using var scope = NewDisposeScope();
        var frames = batch.Max(i => acoustics[i].Codes) * Acoustics.FramesPerCode;
        var mel = new float[batch.Length * frames * Acoustics.Mels];
        for (var row = 0; row < batch.Length; row++)
        {
            var source = acoustics[batch[row]].Mel;
            var at = row * frames * Acoustics.Mels;
            for (var i = 0; i < source.Length; i++)
                mel[at + i] = (float)source[i];
        }

        var encoded = encoder.Encode(tensor(mel, [batch.Length, frames, Acoustics.Mels]).transpose(1, 2).contiguous());
        for (var row = 0; row < batch.Length; row++)
            codes[batch[row]] = [.. Enumerable.Range(0, acoustics[batch[row]].Codes).Select(code => (int)encoded[row, code])];
    }
}
