using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Signal;
using static TorchSharp.torch;

namespace XttsSaas.Training.Parity;

/// <summary>The speaker encoder.</summary>
internal static class SpeakerAnswers
{
    public static IEnumerable<ParityOutput> Encoder(ParityCase test, ParityModel model)
    {
        var trace = new TensorTrace();
        var embedding = Of(model, test.Input("wav22k"), trace);
        foreach (var output in ParityAnswer.Of(test, trace))
            yield return output;
        if (test.Wants("embedding"))
            yield return ParityAnswer.Of(test, "embedding", embedding);
    }

    /// <summary>The unit vector [1, d_vector, 1] of audio at the model's input rate.</summary>
    public static Tensor Of(ParityModel model, float[] audio, TensorTrace? trace = null)
    {
        using var gradients = no_grad();
        var mel = FrontEnds.Speaker(Resampler.Resample(audio, model.Config.ModelArgs.InputSampleRate, MelSettings.Speaker.SampleRate));
        return model.SpeakerEncoder.Forward(model.Tensor(mel.Values, 1, mel.Mels, mel.Frames), trace).unsqueeze(-1);
    }
}
