using XttsSaas.Inference.Graphs;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Inference.Engine;

/// <summary>Hidden states to a waveform: two linear interpolations in time, each with its own floor, then HiFi-GAN.</summary>
internal sealed class SpeechDecoder(OnnxModel vocoder, XttsConfig config)
{
    private readonly XttsModelArgs args = config.ModelArgs;
    private const double SlowestSpeed = 0.05;

    /// <summary>Samples at the model's output rate from <paramref name="hidden"/>, row-major [codes, C].</summary>
    public float[] Decode(float[] hidden, ConditioningLatents voice, double speed) =>
        vocoder.Run(VocoderGraph.Waveform, Inputs(hidden, voice.SpeakerEmbedding, speed, voice.PitchShift));

    /// <summary>The vocoder's inputs: latents at its frame rate [1, C, frames], the speaker embedding [1, d_vector, 1], and the shift where it has an excitation.</summary>
    public (string Name, float[] Values, long[] Shape)[] Inputs(float[] hidden, float[] speakerEmbedding, double speed, float pitchShift = 0)
    {
        var channels = args.DecoderInputDim;
        var latents = Transpose(hidden, channels); // [C, codes]
        var lengthScale = 1 / Math.Max(speed, SlowestSpeed);
        if (lengthScale != 1 && LinearInterpolation.StretchedLength(hidden.Length / channels, lengthScale) > 0)
            latents = LinearInterpolation.Stretch(latents, channels, lengthScale);
        latents = LinearInterpolation.Stretch(latents, channels, (double)args.GptCodeStrideLen / args.OutputHopLength);
        latents = LinearInterpolation.Stretch(latents, channels, (double)args.OutputSampleRate / args.InputSampleRate);
        (string, float[], long[])[] shift = config.Architecture.Vocoder.ExcitationChannels > 0 ? [(VocoderGraph.PitchShift, [pitchShift], [1])] : [];
        return [(VocoderGraph.Latents, latents, [1, channels, latents.Length / channels]), (VocoderGraph.Speaker, speakerEmbedding, [1, speakerEmbedding.Length, 1]), .. shift];
    }

    private static float[] Transpose(float[] rows, int channels)
    {
        var length = rows.Length / channels;
        var columns = new float[rows.Length];
        for (var i = 0; i < length; i++)
        {
            for (var channel = 0; channel < channels; channel++)
                columns[(channel * length) + i] = rows[(i * channels) + channel];
        }
        return columns;
    }
}
