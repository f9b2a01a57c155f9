namespace XttsSaas.Training.Data;

/// <summary>
/// A data set folder: <c>wavs/</c>, <c>metadata_train.csv</c>, <c>metadata_val.csv</c>. A line is
/// <c>name|text|normalised text</c> (the third column may be absent); no header, no quoting.
/// </summary>
public sealed class LjSpeechFolder(string path)
{
    /// <summary>Rows to train on.</summary>
    /// <exception cref="FileNotFoundException">The folder has no <c>metadata_train.csv</c>.</exception>
    public IReadOnlyList<MetadataRow> TrainingRows() => Read("metadata_train.csv", required: true);

    /// <summary>Rows to validate on; empty when there is no <c>metadata_val.csv</c>.</summary>
    public IReadOnlyList<MetadataRow> ValidationRows() => Read("metadata_val.csv", required: false);

    /// <summary>The WAV file of <paramref name="name"/>; null when the name would leave <c>wavs/</c>.</summary>
    public string? WavePath(string name) =>
        name.Length > 0 && name == Path.GetFileName(name) && name is not ("." or "..")
            ? Path.Combine(path, "wavs", name + ".wav")
            : null;

    private List<MetadataRow> Read(string file, bool required)
    {
        var full = Path.Combine(path, file);
        if (!File.Exists(full))
        {
            return required
                ? throw new FileNotFoundException($"The data set folder has no {file}; build the data set first.", full)
                : [];
        }

        return [.. File.ReadLines(full).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Parse)];
    }

    private static MetadataRow Parse(string line)
    {
        var columns = line.Split('|');
        return new MetadataRow(columns[0].Trim(), columns.Length > 1 ? columns[Math.Min(2, columns.Length - 1)] : "");
    }
}
