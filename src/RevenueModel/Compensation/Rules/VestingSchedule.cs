using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>
/// The shares of an award that vest on each anniversary of the day on which it was earned; the first share vests at
/// once. 55/30/15 pays 55% at once, 30% after one year and 15% after two years.
/// </summary>
/// <remarks>Immutable; equal when the shares are equal, in order. The default value vests everything at
/// once.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct VestingSchedule
{
    private static readonly ValueList<decimal> Everything = [1m];

    private readonly ValueList<decimal> _shares;

    private VestingSchedule(ValueList<decimal> shares) => _shares = shares;

    /// <summary>Gets the shares in the order in which they vest, as fractions that sum to one.</summary>
    public ValueList<decimal> Shares => _shares.IsEmpty ? Everything : _shares;

    /// <summary>Creates a schedule from its shares.</summary>
    /// <param name="shares">At least one fraction between 0 and 1; they sum to one.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentException">The shares are empty, outside 0 to 1, or do not sum to one.</exception>
    public static VestingSchedule Of(params ReadOnlySpan<decimal> shares)
    {
        foreach (decimal share in shares)
        {
            Guard.Against.NotFraction(share, nameof(shares));
        }

        decimal sum = Sum(shares);
        return sum == 1m
            ? new VestingSchedule(shares is [1m] ? default : ValueList.Create(shares))
            : throw new ArgumentException(
                Invariant($"VestingSchedule was {ValueList.Create(shares)}, which sums to {sum}; shares that sum ")
                    + "to 1 are expected.",
                nameof(shares));
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{decimal})"/>
    public static VestingSchedule Of(IEnumerable<decimal> shares) => Of(shares.AsItems());

    /// <summary>Returns whether <see cref="Of(ReadOnlySpan{decimal})"/> accepts these shares.</summary>
    /// <param name="shares">The shares.</param>
    /// <returns><see langword="true"/> if each share is between 0 and 1, and they sum to one.</returns>
    public static bool IsValid(ReadOnlySpan<decimal> shares)
    {
        foreach (decimal share in shares)
        {
            if (share is < 0m or > 1m)
            {
                return false;
            }
        }

        return Sum(shares) == 1m;
    }

    /// <inheritdoc cref="IsValid(ReadOnlySpan{decimal})"/>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is null.</exception>
    public static bool IsValid(IEnumerable<decimal> shares) => IsValid(shares.AsItems());

    /// <summary>Splits an award into the parts that vest. The parts sum to the award exactly.</summary>
    /// <param name="award">The award, in whole minor units; negative for a reversal.</param>
    /// <param name="rounding">The rounding policy, which has the minor unit.</param>
    /// <returns>The parts in the order in which they vest.</returns>
    /// <exception cref="ArgumentException">The award has more decimal places than the minor unit, or exceeds 64 bits
    /// of minor units.</exception>
    /// <remarks>The parts are rounded by the largest-remainder method. Equal remainders favor the earlier
    /// share.</remarks>
    public ValueList<decimal> Split(decimal award, RoundingPolicy rounding) => rounding.TryToMinorUnits(award, out _)
        ? AllocationCalculator.ByLargestRemainder(award, Shares.AsSpan(), rounding)
        : throw DomainGuards.OutOfRange(
            nameof(award),
            award,
            Invariant($"an amount with at most {rounding.Digits} decimal places, within 64 bits,"));

    /// <summary>Returns the day on which a share of an award vests: an anniversary of the day on which it was
    /// earned.</summary>
    /// <param name="earned">The day on which the award was earned.</param>
    /// <param name="index">The position of the share, between 0 and the number of shares less one.</param>
    /// <returns>The day.</returns>
    /// <remarks>Dates follow the rules of NodaTime: an award earned on 29 February vests on 28 February in other
    /// years.</remarks>
    /// <exception cref="ArgumentException"><paramref name="index"/> is outside its range.</exception>
    public LocalDate VestingDay(LocalDate earned, int index) => (uint)index < (uint)Shares.Count
        ? earned.PlusYears(index)
        : throw DomainGuards.OutOfRange(nameof(index), index, Invariant($"0 to {Shares.Count - 1}"));

    /// <summary>Returns the shares as percentages, such as <c>55/30/15</c>.</summary>
    public override string ToString() =>
        string.Join('/', Shares.Select(share => Invariant($"{share * 100m:0.##}")));

    private static decimal Sum(ReadOnlySpan<decimal> shares)
    {
        decimal sum = 0m;
        foreach (decimal share in shares)
        {
            sum += share;
        }

        return sum;
    }
}
