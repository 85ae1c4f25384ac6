namespace RevenueModel.Import;

/// <summary>The progress of reading a file.</summary>
/// <param name="Rows">The number of rows read or refused so far.</param>
/// <param name="Bytes">The number of bytes taken from the stream so far, compressed if the file is.</param>
/// <param name="TotalBytes">The number of bytes of the file, or <see langword="null"/> if the stream does not tell
/// its length.</param>
public readonly record struct ImportProgress(int Rows, long Bytes, long? TotalBytes)
{
    /// <summary>Gets the part of the file that was read, between 0 and 1, or <see langword="null"/> if its length is
    /// unknown or zero.</summary>
    public double? Fraction => TotalBytes is > 0 ? Math.Min(1d, (double)Bytes / TotalBytes.Value) : null;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => TotalBytes is { } total
        ? Invariant($"{Rows:#,0} rows, {Bytes:#,0} of {total:#,0} bytes")
        : Invariant($"{Rows:#,0} rows, {Bytes:#,0} bytes");
}
