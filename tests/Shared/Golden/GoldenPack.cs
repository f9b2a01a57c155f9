using System.Globalization;
using System.Text.Json;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Tests.Golden;

/// <summary>The reference's numbers under tests/fixtures/golden.</summary>
internal static class GoldenPack
{
    private const string Salt = "xtts-golden-v1";

    public static string Folder { get; } = Path.Combine(RepositoryRoot(), "tests", "fixtures", "golden");

    public static string PathOf(string file) => Path.Combine(Folder, file);

    public static GoldenCase Case(string name)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(PathOf("manifest.json")));
        var entry = manifest.RootElement.GetProperty("cases").EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);
        return new GoldenCase(SafetensorsFile.Open(PathOf($"{name}.safetensors")), entry.GetProperty("outputs").Clone());
    }

    /// <summary>Rows of a state-dict table: name, shape, type, kind, offset, scale.</summary>
    public static IReadOnlyList<GoldenRow> Table(string file) =>
        [.. File.ReadLines(PathOf(file)).Skip(1).Select(line => line.Split('\t')).Select(Row)];

    /// <summary>The weights of a table's model, by the formula.</summary>
    public static IReadOnlyList<TensorSource> Weights(string file, string prefix = "") =>
        [.. Table(file).Select(row => Source(row, prefix))];

    private static TensorSource Source(GoldenRow row, string prefix)
    {
        if (row.Type == TensorType.I64)
            return TensorSource.Of(row.Name, row.Shape, new long[row.Shape.Count]);
        var values = new float[row.Shape.Count];
        if (row.Scale is { } scale)
            WeightFormula.Fill(values, $"{Salt}/{prefix}{TensorNames.Legacy(row.Name)}", row.Offset, scale);
        return TensorSource.Of(row.Name, row.Shape, values);
    }

    private static GoldenRow Row(string[] cells) => new(
        cells[0],
        new TensorShape(cells[1] == "scalar" ? [] : [.. cells[1].Split('x').Select(long.Parse)]),
        cells[2] == "int64" ? TensorType.I64 : TensorType.F32,
        cells[3] == "param" ? TensorKind.Parameter : TensorKind.Buffer,
        cells[5].Length == 0 ? 0 : double.Parse(cells[5], CultureInfo.InvariantCulture),
        cells[6].Length == 0 ? null : double.Parse(cells[6], CultureInfo.InvariantCulture));

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "XttsSaas.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("No XttsSaas.sln above the test binaries.");
    }
}
