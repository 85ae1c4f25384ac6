using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Options for reading usage. An option that is not set is detected, and the result is reported.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record UsageImportOptions : DatedImportOptions<UsageField>
{
    /// <summary>Gets the default options, with nothing stated.</summary>
    public static UsageImportOptions Default { get; } = new();

    /// <summary>Gets the columns that hold the quantities of one meter each. The name of the column is the name of the
    /// meter. Without them, quantities are in a column of quantities or in columns of months.</summary>
    public ValueList<ColumnReference> MeterColumns { get; init; }

    /// <summary>Gets the name of the meter of a file without a column of meters. Default: usage.</summary>
    public string Meter { get; init => field = Guard.Against.Blank(value, nameof(Meter)); } = "usage";

    /// <summary>Gets what the quantities are. Default: the usage of the period.</summary>
    public UsageQuantities Quantities { get; init => field = Guard.Against.Undefined(value, nameof(Quantities)); }

    /// <summary>Gets how a second row of the same customer, meter and period is read. Default: it is refused. Rows of
    /// different days of a month are added and are no repeats.</summary>
    public RepeatedUsage Repeats { get; init => field = Guard.Against.Undefined(value, nameof(Repeats)); }

    /// <summary>Gets whether a row such as "Total" or "Acme Total" is left out if it has the sum of the rows above it,
    /// and refused if it does not. Default: true. With <see langword="false"/> it is read as a customer.</summary>
    public bool RecognizeTotals { get; init; } = true;

    internal override bool ReadsMonths => true;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join(
        "; ",
        base.ToString(),
        Invariant($"quantities {Quantities}"),
        Invariant($"repeats {Repeats}"));
}
