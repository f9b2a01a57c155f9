using System.Globalization;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Xtts.Parity;

/// <summary>
/// A table of all tensors of one model size: name, shape, type, kind, older name, and the formula's offset and scale. Tensors without
/// a scale are not generated: counters are 0, the speaker front end's buffers are computed.
/// </summary>
internal sealed class StateDictTable
{
    private readonly Dictionary<string, Row> _rows;

    private StateDictTable(Dictionary<string, Row> rows) => _rows = rows;

    public static StateDictTable Load(string path)
    {
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length < 7)
                throw new ModelFormatException($"{path} has a line of {cells.Length} columns; expected 7.");
            rows[TensorNames.Canonical(cells[0])] = new Row(Shape(cells[1]), Number(cells[5]) ?? 0, Number(cells[6]));
        }
        return new StateDictTable(rows);
    }

    /// <summary>Whether this is the table of a layout: every tensor is there with its shape, position tables with any number of rows.</summary>
    public bool Fits(IReadOnlyList<TensorSpec> layout) => layout.All(spec =>
        _rows.TryGetValue(spec.Name, out var row)
        && (row.Shape == spec.Shape || (IsPositions(spec.Name) && row.Shape.Rank == 2 && row.Shape[1] == spec.Shape[1])));

    public TensorSource Source(TensorSpec spec, string keyPrefix)
    {
        if (spec.Type == TensorType.I64)
            return TensorSource.Of(spec.Name, spec.Shape, new long[spec.Shape.Count]);
        if (SpeakerFrontEndBuffers.Of(spec.Name) is { } buffer)
            return TensorSource.Of(spec.Name, spec.Shape, buffer);
        return _rows[spec.Name] is { Scale: { } scale } row
            ? TensorSource.Generated(spec.Name, spec.Shape, values => WeightFormula.Fill(values, keyPrefix + TensorNames.Legacy(spec.Name), row.Offset, scale))
            : TensorSource.Of(spec.Name, spec.Shape, new float[spec.Shape.Count]);
    }

    private static bool IsPositions(string name) => name.EndsWith("_pos_embedding.emb.weight", StringComparison.Ordinal);

    private static TensorShape Shape(string cell) =>
        new(cell == "scalar" ? [] : [.. cell.Split('x').Select(dim => long.Parse(dim, CultureInfo.InvariantCulture))]);

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    private sealed record Row(TensorShape Shape, double Offset, double? Scale);
}
