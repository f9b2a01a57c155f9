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

    /// <summary>Gives a floating-point output. A case may keep the leading block only, and have more or fewer axes of length 1.</summary>
    public void Give(string name, float[] values, TensorShape shape)
    {
        if (!test.Wants(name))
            return;
        var wanted = test.ExpectedShape(name);
        if (values.Length == wanted.Count)
            shape = wanted;
        else if (shape.Rank > wanted.Rank)
            shape = new TensorShape(shape.AsSpan()[^wanted.Rank..]); // of a batch of one
        var output = ParityOutput.Of(name, values, shape);
        var holdsBlock = shape.Rank == wanted.Rank && shape.Count == values.Length && wanted.ToArray().Zip(shape.ToArray()).All(axis => axis.First <= axis.Second);
        _outputs.Add(holdsBlock ? output.Leading(wanted) : output);
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

    private static string ProbeOf(string output) => FrameSuffix().Replace(output, "");

    [GeneratedRegex(@"_f\d+$")]
    private static partial Regex FrameSuffix();
}
