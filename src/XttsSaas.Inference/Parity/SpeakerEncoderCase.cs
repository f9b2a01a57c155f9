using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Inference.Graphs;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Parity;

/// <summary>The speaker encoder, from audio to the unit embedding.</summary>
internal static class SpeakerEncoderCase
{
    public static void Compute(CaseAnswer answer, ExportedModel model)
    {
        var audio = answer.Test.Input("wav22k");
        var embedding = model.Voices.SpeakerEmbedding(audio);
        answer.Give("embedding", embedding, new TensorShape(1, embedding.Length, 1));
        var mel = FrontEnds.Speaker(Resampler.Resample(audio, model.Config.ModelArgs.InputSampleRate, MelSettings.Speaker.SampleRate));
        using var probed = model.OpenProbed(ExportFiles.SpeakerEncoder);
        answer.GiveProbes(probed, [(SpeakerEncoderGraph.Mel, mel.Values, [1, mel.Mels, mel.Frames])]);
    }
}
