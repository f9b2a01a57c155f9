using XttsSaas.Inference.Graphs;

namespace XttsSaas.Inference.Parity;

/// <summary>The DVAE: codes of a mel, a mel from the case's own codes, and one from the codes just made.</summary>
internal static class DvaeCase
{
    public static void Compute(CaseAnswer answer, DvaeCodec dvae)
    {
        using var _ = dvae;
        var test = answer.Test;
        var (mel, shape) = (test.Input("mel"), test.InputShape("mel"));
        var (codes, codesShape) = dvae.Encode(mel, shape);
        answer.GiveIntegers("codes", codes.Select(code => (int)code));
        var (again, againShape) = dvae.Decode(codes, codesShape);
        answer.Give("recon_mel", again, againShape);
        if (test.HasInput("codes"))
        {
            var (decoded, decodedShape) = dvae.Decode(Array.ConvertAll(test.InputIds("codes"), code => (long)code), test.InputShape("codes"));
            answer.Give("decoded_mel", decoded, decodedShape);
        }
        answer.GiveProbes(dvae.Probes, [(DvaeEncoderGraph.Mel, mel, shape.ToArray())]);
    }
}
