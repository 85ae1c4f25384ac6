using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Retention;

/// <summary>The customers of a cohort who are still there after each contract period.</summary>
/// <remarks>Immutable; equal by value. Cohorts of different age can be fitted together: a young one has fewer
/// counts.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RenewalCohort
{
    private readonly long[]? _whole;

    private RenewalCohort(decimal[] customers)
    {
        Customers = ValueList.Own(customers);
        _whole = Array.TrueForAll(customers, count => count.Scale == 0)
            ? Array.ConvertAll(customers, count => (long)count)
            : null;
    }

    /// <summary>Gets the number of customers at the start, after one period, after two, and so on; never rising.
    /// Counts of a sample per 1,000 are allowed, but standard errors take them as customers.</summary>
    public ValueList<decimal> Customers { get; }

    /// <summary>Gets the counts as whole numbers, or nothing if one has decimal places.</summary>
    internal ReadOnlySpan<long> WholeCustomers => _whole;

    /// <summary>Creates a cohort from its counts.</summary>
    /// <param name="customers">The number of customers at the start, above zero, then after each contract period, zero
    /// or more and at most the one before; between 1 and 1,201 counts, with at most nine decimal places.</param>
    /// <returns>The cohort.</returns>
    /// <exception cref="ArgumentException">There is no count or too many, or one is outside its range.</exception>
    public static RenewalCohort Of(params ReadOnlySpan<decimal> customers)
    {
        if (customers.IsEmpty || customers.Length > LifetimeGuards.MaxPeriods + 1)
        {
            throw DomainGuards.OutOfRange(
                nameof(customers), Invariant($"a list of {customers.Length} counts"), "1 to 1,201 counts");
        }

        var counts = new decimal[customers.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = SurvivalGuards.Number(customers[i], "count", nameof(customers));
            if (i > 0 && counts[i] > counts[i - 1])
            {
                throw DomainGuards.OutOfRange(
                    nameof(customers),
                    Invariant($"{customers[i]} after period {i}"),
                    Invariant($"at most {counts[i - 1]}, the count before,"));
            }
        }

        return counts[0] > 0m
            ? new RenewalCohort(counts)
            : throw DomainGuards.OutOfRange(nameof(customers), "0 at the start", "a count above zero");
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{decimal})"/>
    public static RenewalCohort Of(IEnumerable<decimal> customers) => Of(customers.AsItems());

    /// <summary>Returns whether the counts are equal.</summary>
    /// <param name="other">The other cohort.</param>
    /// <returns>Whether they are.</returns>
    public bool Equals(RenewalCohort? other) => other is not null && Customers == other.Customers;

    /// <inheritdoc/>
    public override int GetHashCode() => Customers.GetHashCode();

    /// <summary>Returns the counts at the start and at the end.</summary>
    public override string ToString() => Invariant(
        $"{Customers[0]:#,0.####} customers, {Customers[^1]:#,0.####} after {Periods()}");

    private string Periods() => Plural.Of(Customers.Count - 1, "period");
}
