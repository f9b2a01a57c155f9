using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Weights;

/// <summary>Buffers that a checkpoint carries but that the speaker encoder's front end defines: pre-emphasis, window, mel filterbank.</summary>
internal static class SpeakerFrontEndBuffers
{
    /// <summary>The buffer of this name, or null where the name is none of the three.</summary>
    public static float[]? Of(string name)
    {
        double[]? values = name switch
        {
            TensorNames.SpeakerEncoder + ".torch_spec.0.filter" => [-0.97, 1],
            TensorNames.SpeakerEncoder + ".torch_spec.1.spectrogram.window" => MelFilterbank.Window(MelSettings.Speaker),
            TensorNames.SpeakerEncoder + ".torch_spec.1.mel_scale.fb" => MelFilterbank.Triangles(MelSettings.Speaker),
            _ => null,
        };
        return values is null ? null : Array.ConvertAll(values, value => (float)value);
    }
}
