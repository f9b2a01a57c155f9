using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Signal;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Speaker;

/// <summary>Whether the encoder knows the speakers of training in new sentences, and tells apart those it has never heard.</summary>
internal sealed class SpeakerValidation(
    SpeakerEncoder encoder,
    AdditiveMargin margin,
    IReadOnlyList<string> speakers,
    IReadOnlyList<(string Speaker, MelSpectrogram Mel)> known,
    IReadOnlyList<(string Speaker, MelSpectrogram Mel)> unseen)
{
    /// <summary>
    /// <c>eer</c>, the equal error rate over all pairs of clips of unseen speakers; <c>nearest</c>, the share of these clips whose nearest
    /// other clip is of the same speaker; <c>accuracy</c>, the share of clips of training's speakers that are nearest to the right direction.
    /// </summary>
    public IReadOnlyDictionary<string, double> Run(CancellationToken cancellation)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        encoder.Mode.Training = false;
        var strangers = Embed(unseen, cancellation);
        var similarities = strangers.matmul(strangers.t()).ToHostArray(); // [clips, clips]
        var trials = new VerificationTrials([.. unseen.Select(clip => clip.Speaker)], similarities);
        return new Dictionary<string, double>
        {
            ["eer"] = trials.EqualErrorRate,
            ["nearest"] = trials.NearestOfSameSpeaker,
            ["accuracy"] = Accuracy(margin.Cosines(Embed(known, cancellation)).argmax(1).cpu().contiguous().data<long>().ToArray()),
        };
    }

    private double Accuracy(long[] found) => found.Zip(known).Count(pair => speakers[(int)pair.First] == pair.Second.Speaker) / (double)found.Length;

    /// <summary>[clips, width]; clip by clip, because they differ in length.</summary>
    private Tensor Embed(IReadOnlyList<(string Speaker, MelSpectrogram Mel)> clips, CancellationToken cancellation) =>
        cat([.. clips.Select(clip =>
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var mel = tensor(clip.Mel.Values, [1, clip.Mel.Mels, clip.Mel.Frames]).to(margin.Directions.device);
            return encoder.Forward(mel).MoveToOuterDisposeScope();
        })]);
}
