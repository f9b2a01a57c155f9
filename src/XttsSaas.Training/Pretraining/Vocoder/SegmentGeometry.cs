using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>Where audio codes lie in a recording at the output rate.</summary>
public sealed class SegmentGeometry(XttsModelArgs args)
{
    /// <summary>Channels of a hidden state.</summary>
    public int Channels => args.DecoderInputDim;

    /// <summary>The sample with which code <paramref name="code"/> begins, rounded to the nearest.</summary>
    public int FirstSample(int code) => (int)Math.Round((double)code * args.GptCodeStrideLen * args.OutputSampleRate / args.InputSampleRate);

    /// <summary>Samples that the vocoder makes of <paramref name="codes"/> codes: its two stretches each round down to whole frames.</summary>
    public int Samples(int codes) => Frames(codes) * args.OutputHopLength;

    /// <summary>Output frames of <paramref name="codes"/> codes.</summary>
    public int Frames(int codes)
    {
        var inputFrames = (int)Math.Floor(codes * ((double)args.GptCodeStrideLen / args.OutputHopLength));
        return (int)Math.Floor(inputFrames * ((double)args.OutputSampleRate / args.InputSampleRate));
    }

    /// <summary>The output frame nearest to the start of code <paramref name="code"/>.</summary>
    public int FirstFrame(int code) => (int)Math.Round((double)FirstSample(code) / args.OutputHopLength);

    /// <summary>Codes of <paramref name="clip"/>.</summary>
    public int Codes(VocoderClip clip) => clip.Hidden.Length / Channels;
}
