using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The productivity of a new head by month, as a share of that of a ramped one.</summary>
/// <remarks>Immutable; equal by value. The month of the start has the index zero. After the last share, the last one
/// holds.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RampCurve
{
    private const int MostMonths = 120;

    private RampCurve(ValueList<decimal> shares) => Shares = shares;

    /// <summary>Gets the share of each month from the month of the start on, between 0 and 1.</summary>
    public ValueList<decimal> Shares { get; }

    /// <summary>Gets the number of months before the share is that of the last month for good.</summary>
    public int Months
    {
        get
        {
            int last = Shares.Count - 1;
            while (last > 0 && Shares[last - 1] == Shares[^1])
            {
                last--;
            }

            return last;
        }
    }

    /// <summary>Creates a curve from its shares.</summary>
    /// <param name="shares">The share of each month from the month of the start on, 1 to 120, each between 0 and 1;
    /// the last one is above zero.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There are no shares or too many, one is outside its range, or the last one
    /// is zero.</exception>
    /// <example><code>
    /// RampCurve ramp = RampCurve.Of(0m, 0.25m, 0.5m, 0.75m, 1m);
    /// Console.WriteLine(ramp); // 0%, 25%, 50%, 75%, 100%
    /// </code></example>
    public static RampCurve Of(params ReadOnlySpan<decimal> shares)
    {
        if (shares.Length is 0 or > MostMonths)
        {
            throw DomainGuards.OutOfRange(nameof(shares), Plural.Of(shares.Length, "month"), "1 to 120 months");
        }

        foreach (decimal share in shares)
        {
            Guard.Against.NotFraction(share, nameof(shares));
        }

        return shares[^1] > 0m
            ? new RampCurve(ValueList.Create(shares))
            : throw DomainGuards.OutOfRange(nameof(shares), "zero in the last month", "a share above zero");
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{decimal})"/>
    public static RampCurve Of(IEnumerable<decimal> shares) => Of(shares.AsItems());

    /// <summary>Creates a curve that rises evenly from zero in the month of the start.</summary>
    /// <param name="months">The months until a head is ramped, 0 to 119; 0 for a head that is productive at
    /// once.</param>
    /// <returns>The curve with the shares <c>0, 1 / months, …, 1</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="months"/> is outside its range.</exception>
    public static RampCurve Linear(int months) => months is >= 0 and < MostMonths
        ? AfterCycle(0, months)
        : throw DomainGuards.OutOfRange(nameof(months), months, "0 to 119 months");

    /// <summary>Creates a curve without bookings during the first sales cycle, which then rises evenly.</summary>
    /// <param name="cycleMonths">The length of the sales cycle in months, zero or more.</param>
    /// <param name="rampMonths">The months from the end of the cycle until a head is ramped, zero or more. Both
    /// together are at most 119.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">A number is outside its range.</exception>
    /// <remarks>A head that starts today closes the first own deals after a cycle, however well the head
    /// sells.</remarks>
    public static RampCurve AfterCycle(int cycleMonths, int rampMonths)
    {
        Guard.Against.BelowZero(cycleMonths);
        Guard.Against.BelowZero(rampMonths);
        if (cycleMonths >= MostMonths - rampMonths)
        {
            throw DomainGuards.OutOfRange(
                nameof(cycleMonths), Invariant($"{cycleMonths} with a ramp of {rampMonths}"), "at most 119 months");
        }

        var shares = new decimal[cycleMonths + rampMonths + 1];
        for (int month = cycleMonths; month < shares.Length; month++)
        {
            shares[month] = rampMonths == 0 ? 1m : (decimal)(month - cycleMonths) / rampMonths;
        }

        return new RampCurve(ValueList.Own(shares));
    }

    /// <summary>Returns the share of a month.</summary>
    /// <param name="month">The months since the month of the start, zero or more.</param>
    /// <returns>The share, between 0 and 1.</returns>
    /// <exception cref="ArgumentException"><paramref name="month"/> is negative.</exception>
    public decimal ShareAt(int month) => Shares[Math.Min(Guard.Against.BelowZero(month), Shares.Count - 1)];

    /// <summary>Returns the shares in percent.</summary>
    public override string ToString() =>
        string.Join(", ", Shares.Select(share => Invariant($"{share * 100m:0.##}%")));
}
