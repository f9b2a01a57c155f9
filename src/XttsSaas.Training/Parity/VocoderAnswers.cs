using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Parity;
using static TorchSharp.torch;

namespace XttsSaas.Training.Parity;

/// <summary>The vocoder.</summary>
internal static class VocoderAnswers
{
    public static IEnumerable<ParityOutput> Generator(ParityCase test, ParityModel model)
    {
        using var gradients = no_grad();
        var trace = new TensorTrace();
        var wave = model.Vocoder.Forward(model.Input(test, "latents"), model.Input(test, "speaker_embedding").squeeze(-1), trace);
        foreach (var output in ParityAnswer.Of(test, trace))
            yield return output;
        if (test.Wants("wav"))
            yield return ParityAnswer.Of(test, "wav", wave);
    }
}
