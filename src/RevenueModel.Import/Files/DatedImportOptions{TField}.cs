using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The options of readers of files with dates. An option that is not set is detected, and the result is
/// reported.</summary>
/// <typeparam name="TField">The fields of the reader, such as <see cref="CrmField"/>.</typeparam>
/// <remarks>Immutable; equal by value.</remarks>
public abstract record DatedImportOptions<TField> : ImportOptions<TField>
    where TField : struct, Enum
{
    private protected DatedImportOptions()
    {
    }

    /// <summary>Gets the format of the dates, or <see langword="null"/> to detect it.</summary>
    public DateFormat? DateFormat { get; init; }

    /// <summary>Gets the last day that the file can contain, such as the day of the export. A row with a past event
    /// after it is refused. <see langword="null"/> for no check, since the library has no clock.</summary>
    public LocalDate? LatestDate { get; init; }

    internal override DateFormat? StatedDateFormat => DateFormat;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join(
        "; ",
        base.ToString(),
        "dates " + (DateFormat?.ToString() ?? "detected"),
        "latest date " + (LatestDate is { } latest ? InvariantText.Of(latest) : "not checked"));
}
