using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The cost to acquire accounts (CAC) by driver. Created by
/// <see cref="Of(ReadOnlySpan{AcquisitionCostPart}, long)"/> from booked costs, or by <see cref="CacCalculator"/> from
/// a sales motion.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AcquisitionCost
{
    private AcquisitionCost(ValueList<AcquisitionCostPart> parts, long newAccounts, decimal total)
    {
        Parts = parts;
        NewAccounts = newAccounts;
        Total = total;
    }

    /// <summary>Gets the parts of the cost, in order; a driver may occur more than once.</summary>
    public ValueList<AcquisitionCostPart> Parts { get; }

    /// <summary>Gets the number of accounts that were acquired.</summary>
    public long NewAccounts { get; }

    /// <summary>Gets the sum of the parts.</summary>
    public decimal Total { get; }

    /// <summary>Gets the cost per new account (CAC), or <see langword="null"/> if no account is new.</summary>
    public decimal? PerAccount => RetentionRatio.Of(Total, NewAccounts);

    /// <summary>Creates the cost from its parts.</summary>
    /// <param name="parts">The parts; each amount is zero or more.</param>
    /// <param name="newAccounts">The number of accounts that were acquired, zero or more.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="ArgumentException">An amount or the number is negative, a driver is undefined, or the sum
    /// exceeds the range of a decimal.</exception>
    public static AcquisitionCost Of(ReadOnlySpan<AcquisitionCostPart> parts, long newAccounts)
    {
        Guard.Against.BelowZero(newAccounts);
        decimal total = 0m;
        foreach (AcquisitionCostPart part in parts)
        {
            Guard.Against.Undefined(part.Kind, nameof(parts));
            if (part.Amount < 0m)
            {
                throw DomainGuards.OutOfRange(nameof(parts), part, "an amount of zero or more");
            }

            total = DomainGuards.Total(total, part.Amount, nameof(parts));
        }

        return new AcquisitionCost(ValueList.Create(parts), newAccounts, total);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{AcquisitionCostPart}, long)"/>
    public static AcquisitionCost Of(IEnumerable<AcquisitionCostPart> parts, long newAccounts) =>
        Of(parts.AsItems(), newAccounts);

    /// <summary>Returns the cost of a driver over all accounts.</summary>
    /// <param name="kind">The driver.</param>
    /// <returns>The sum of its parts; zero if it has none.</returns>
    public decimal AmountOf(AcquisitionCostKind kind)
    {
        decimal sum = 0m;
        foreach (AcquisitionCostPart part in Parts)
        {
            sum += part.Kind == kind ? part.Amount : 0m;
        }

        return sum;
    }

    /// <summary>Returns the share of a driver in the total cost.</summary>
    /// <param name="kind">The driver.</param>
    /// <returns>The share, between 0 and 1, or <see langword="null"/> if the total is zero.</returns>
    public decimal? ShareOf(AcquisitionCostKind kind) => RetentionRatio.Of(AmountOf(kind), Total);

    /// <summary>Returns the cost per account, the number of accounts and the parts.</summary>
    public override string ToString() =>
        (PerAccount is { } cac ? Invariant($"CAC {cac:#,0.##}") : Invariant($"cost {Total:#,0.##}"))
            + Invariant($" for {Plural.Of(NewAccounts, "new account")}")
            + (Parts.IsEmpty ? "" : ": " + string.Join(", ", Parts));
}
