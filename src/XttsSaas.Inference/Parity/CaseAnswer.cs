using System.Text.RegularExpressions;
using XttsSaas.Inference.Engine;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Parity;

/// <summary>Collects the outputs that a case wants, in the shapes that it gives them.</summary>
internal sealed partial class CaseAnswer(ParityCase test)
{
    private readonly List<ParityOutput> _outputs = [];

    public ParityCase Test => test;

    public IReadOnlyList<ParityOutput> Outputs => _outputs;

    /// <summary>Gives a floating-point output. A case may keep the leading block only, and leave out axes of length 1.</summary>
    public void Give(string name, float[] values, TensorShape shape)
    {
        if (!test.Wants(name))
            return;
        var wanted = test.ExpectedShape(name);
        var (dims, wantedDims) = (Trimmed(shape, wanted.Rank), wanted.ToArray());
        var fits = dims.Length == wantedDims.Length && wantedDims.Zip(dims).All(axis => axis.First <= axis.Second);
        var output = ParityOutput.Of(name, values, new TensorShape(dims));
        _outputs.Add(fits ? output.Leading(wanted) : output);
    }

    /// <summary>Gives a vector.</summary>
    public void Give(string name, params float[] values) => Give(name, values, new TensorShape(values.Length));

    public void GiveIntegers(string name, IEnumerable<int> values)
    {
        if (test.Wants(name))
            _outputs.Add(ParityOutput.OfIntegers(name, values));
    }

    /// <summary>
    /// Runs a graph and gives each of its outputs that the case wants and has not got yet; <c>_f8</c> at the end of a case's name means
    /// the first 8 frames.
    /// </summary>
    public void GiveProbes(OnnxModel graph, IReadOnlyList<(string Name, float[] Values, long[] Shape)> inputs)
    {
        var given = _outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        var names = test.Outputs.Keys.Where(name => !given.Contains(name) && graph.Outputs.Contains(ProbeOf(name))).ToList();
        if (names.Count == 0)
            return;
        foreach (var (name, (values, shape)) in names.Zip(graph.Run([.. names.Select(ProbeOf)], inputs)))
            Give(name, values, shape);
    }

    /// <summary>The dimensions with so many axes of length 1 added or taken away in front that there are <paramref name="rank"/>.</summary>
    private static long[] Trimmed(TensorShape shape, int rank)
    {
        List<long> dims = [.. shape.ToArray()];
        while (dims.Count > rank && dims[0] == 1)
            dims.RemoveAt(0);
        while (dims.Count < rank)
            dims.Insert(0, 1);
        return [.. dims];
    }

    private static string ProbeOf(string output) => FrameSuffix().Replace(output, "");

    [GeneratedRegex(@"_f\d+$")]
    private static partial Regex FrameSuffix();
}
