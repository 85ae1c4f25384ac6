using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>A point of a growth curve of usage: what is used in each of its months, and for how many months.</summary>
/// <remarks>Immutable; equal by value. Made by <see cref="Of(string, int, ReadOnlySpan{MeterUsage})"/>.</remarks>
public sealed record UsagePoint
{
    private UsagePoint(string label, int months, ValueList<MeterUsage> quantities)
    {
        Label = label;
        Months = months;
        Quantities = quantities;
    }

    /// <summary>The name of the point: "Year 1".</summary>
    public string Label { get; }

    /// <summary>How many months it lasts.</summary>
    public int Months { get; }

    /// <summary>What each meter reads in each month.</summary>
    public ValueList<MeterUsage> Quantities { get; }

    /// <summary>A point.</summary>
    /// <param name="label">Its name.</param>
    /// <param name="months">How many months it lasts, one or more; 12 for a year.</param>
    /// <param name="quantities">What each meter reads in each month, at least one.</param>
    /// <exception cref="ArgumentException">The name is empty, a value is outside its range, there is no meter, or one
    /// stands twice.</exception>
    public static UsagePoint Of(string label, int months, params ReadOnlySpan<MeterUsage> quantities)
    {
        Guard.Against.Blank(label);
        ValueList<MeterUsage> all = DomainGuards.RequireDistinct(
            ValueList.Create(quantities), static quantity => quantity.Meter, nameof(quantities), "meter");
        return !all.IsEmpty
            ? new UsagePoint(label, Guard.Against.BelowOne(months), all)
            : throw new ArgumentException($"{label} had no meter; at least one is expected.", nameof(quantities));
    }

    /// <inheritdoc cref="Of(string, int, ReadOnlySpan{MeterUsage})"/>
    public static UsagePoint Of(string label, int months, IEnumerable<MeterUsage> quantities) =>
        Of(label, months, quantities.AsItems());

    /// <summary>A point of one meter.</summary>
    /// <param name="label">Its name.</param>
    /// <param name="months">How many months it lasts, one or more; 12 for a year.</param>
    /// <param name="meter">The meter.</param>
    /// <param name="quantity">What is used in each month, zero or more.</param>
    /// <exception cref="ArgumentException">A name is empty, or a value is outside its range.</exception>
    public static UsagePoint Of(string label, int months, string meter, decimal quantity) =>
        Of(label, months, MeterUsage.Of(meter, quantity));

    /// <summary>Finds what a meter reads, ignoring case.</summary>
    /// <param name="meter">The name of the meter.</param>
    /// <returns>The usage of a month, or <see langword="null"/> where the point has no such meter.</returns>
    public MeterUsage? Find(string meter)
    {
        Guard.Against.Null(meter);
        return NameLookup.Find(Quantities.AsSpan(), meter, static quantity => quantity.Meter);
    }

    /// <summary>The point in words.</summary>
    public override string ToString() =>
        Invariant($"{Label}, {Plural.Of(Months, "month")}: {string.Join(", ", Quantities)} a month");
}
