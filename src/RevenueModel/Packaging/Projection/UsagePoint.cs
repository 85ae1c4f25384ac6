using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>A point of a growth curve of usage: the usage of each of its months, and the number of months.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of(string, int, ReadOnlySpan{MeterUsage})"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record UsagePoint
{
    private UsagePoint(string label, int months, ValueList<MeterUsage> quantities)
    {
        Label = label;
        Months = months;
        Quantities = quantities;
    }

    /// <summary>Gets the name of the point, such as "Year 1".</summary>
    public string Label { get; }

    /// <summary>Gets the number of months.</summary>
    public int Months { get; }

    /// <summary>Gets the usage of each meter in each month.</summary>
    public ValueList<MeterUsage> Quantities { get; }

    /// <summary>Creates a point.</summary>
    /// <param name="label">The name of the point.</param>
    /// <param name="months">The number of months, one or more; 12 for a year.</param>
    /// <param name="quantities">The usage of each meter in each month, at least one.</param>
    /// <returns>The point.</returns>
    /// <exception cref="ArgumentException">The name is empty, a value is outside its range, there is no meter, or a
    /// meter is duplicated.</exception>
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

    /// <summary>Creates a point with one meter.</summary>
    /// <param name="label">The name of the point.</param>
    /// <param name="months">The number of months, one or more; 12 for a year.</param>
    /// <param name="meter">The name of the meter.</param>
    /// <param name="quantity">The usage of each month, zero or more.</param>
    /// <returns>The point.</returns>
    /// <exception cref="ArgumentException">A name is empty, or a value is outside its range.</exception>
    public static UsagePoint Of(string label, int months, string meter, decimal quantity) =>
        Of(label, months, MeterUsage.Of(meter, quantity));

    /// <summary>Finds the usage of a meter by name, ignoring case.</summary>
    /// <param name="meter">The name of the meter.</param>
    /// <returns>The usage of a month, or <see langword="null"/> if the point has no such meter.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="meter"/> is null.</exception>
    public MeterUsage? Find(string meter)
    {
        Guard.Against.Null(meter);
        return NameLookup.Find(Quantities.AsSpan(), meter, static quantity => quantity.Meter);
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Label}, {Plural.Of(Months, "month")}: {string.Join(", ", Quantities)} a month");
}
