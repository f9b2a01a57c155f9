using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Parity;

/// <summary>Interpolation and HiFi-GAN, from the GPT's hidden states to samples.</summary>
internal static class VocoderCase
{
    public static void Compute(CaseAnswer answer, ExportedModel model)
    {
        var (hidden, speaker) = (answer.Test.Input("latents"), answer.Test.Input("speaker_embedding"));
        var wave = model.Decoder.Decode(hidden, new ConditioningLatents([], speaker), speed: 1);
        answer.Give("wav", wave, new TensorShape(1, 1, wave.Length));
        using var probed = model.OpenProbed(ExportFiles.Vocoder);
        answer.GiveProbes(probed, model.Decoder.Inputs(hidden, speaker, speed: 1));
    }
}
