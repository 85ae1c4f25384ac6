using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Options for reading opportunities. An option that is not set is detected, and the result is
/// reported.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CrmImportOptions : DatedImportOptions<CrmField>
{
    /// <summary>Gets the default options, with nothing stated.</summary>
    public static CrmImportOptions Default { get; } = new();

    /// <summary>Gets the dates that are read as no date by default: 0001-01-01, 1899-12-30, 1899-12-31, 1900-01-01,
    /// 1900-01-02, 1970-01-01, 9999-12-31 and 2999-12-31.</summary>
    public static ValueList<LocalDate> DefaultPlaceholderDates { get; } =
    [
        new(1, 1, 1), new(1899, 12, 30), new(1899, 12, 31), new(1900, 1, 1), new(1900, 1, 2), new(1970, 1, 1),
        new(2999, 12, 31), new(9999, 12, 31),
    ];

    /// <summary>Gets the sales process, which defines the open stages. Without it every open deal is refused, since
    /// its stage is unknown. A file of closed deals does not need it.</summary>
    public SalesProcess? Process { get; init; }

    /// <summary>Gets the meanings of values in the stage and status columns, in addition to the stages of the process
    /// and Won, Closed Won, Lost, Loss, Closed Lost. A status can be mapped to an open stage.</summary>
    public ValueList<StageMapping> Stages { get; init; }

    /// <summary>Gets the meanings of values in the type column.</summary>
    public ValueList<MotionMapping> Motions { get; init; }

    /// <summary>Gets what to do with rows without an id. Default: they are refused.</summary>
    public MissingIds MissingIds { get; init => field = Guard.Against.Undefined(value, nameof(MissingIds)); }

    /// <summary>Gets the dates that systems write for a missing date. They are read as no date, and noted. Default:
    /// <see cref="DefaultPlaceholderDates"/>.</summary>
    public ValueList<LocalDate> PlaceholderDates { get; init; } = DefaultPlaceholderDates;

    /// <summary>Gets the price list for the amounts of rows without an amount. It does not replace an amount of
    /// zero.</summary>
    public PriceList? PriceList { get; init; }

    /// <summary>Gets the currency to read, as a code or as written in the file, or <see langword="null"/> for the only
    /// currency of the file.</summary>
    public string? Currency { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Currency)); }

    /// <summary>Gets the symbols of currencies next to amounts, in addition to
    /// <see cref="CurrencySymbol.Recognized"/>, which they replace if the text is the same.</summary>
    public ValueList<CurrencySymbol> CurrencySymbols { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join(
        "; ",
        "process " + (Process?.ToString() ?? "not stated"),
        Invariant($"stages {Stages}"),
        base.ToString());
}
