using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The ramp of a new hire: quota shares and guaranteed pay by month of tenure.</summary>
/// <remarks>
/// Immutable; equal when the months are equal, in order. The default value has no ramp. Target variable pay is not
/// ramped: attaining the reduced quota earns full target pay. Months after the last one have the whole quota and no
/// guarantee.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct Ramp
{
    private const int MaxMonths = 1_200;

    private Ramp(ValueList<RampMonth> months) => Months = months;

    /// <summary>Gets the months in order, from the first month of tenure; empty if there is no ramp.</summary>
    public ValueList<RampMonth> Months { get; }

    /// <summary>Creates a ramp of quota shares and guarantees.</summary>
    /// <param name="months">The months in order, from the first month of tenure; empty for no ramp.</param>
    /// <returns>The ramp.</returns>
    public static Ramp Of(params ReadOnlySpan<RampMonth> months) => new(ValueList.Create(months));

    /// <inheritdoc cref="Of(ReadOnlySpan{RampMonth})"/>
    /// <exception cref="ArgumentNullException"><paramref name="months"/> is null.</exception>
    public static Ramp Of(IEnumerable<RampMonth> months) => Of(months.AsItems());

    /// <summary>Creates a ramp of quota shares, without guarantees.</summary>
    /// <param name="quotaShares">The shares of quota in order, from the first month of tenure, each between 0 and
    /// 1.</param>
    /// <returns>The ramp.</returns>
    /// <exception cref="ArgumentException">A share is outside 0 to 1.</exception>
    public static Ramp OfQuota(params ReadOnlySpan<decimal> quotaShares)
    {
        var months = new RampMonth[quotaShares.Length];
        for (int i = 0; i < months.Length; i++)
        {
            months[i] = RampMonth.Of(Guard.Against.NotFraction(quotaShares[i], nameof(quotaShares)));
        }

        return new Ramp(ValueList.Own(months));
    }

    /// <inheritdoc cref="OfQuota(ReadOnlySpan{decimal})"/>
    public static Ramp OfQuota(IEnumerable<decimal> quotaShares) => OfQuota(quotaShares.AsItems());

    /// <summary>Creates a linear ramp: month <c>i</c> of <c>n</c> has the quota share <c>i / n</c>.</summary>
    /// <param name="months">The number of months of the ramp, between 1 and 1,200. The last month has the whole
    /// quota.</param>
    /// <param name="guaranteedShare">The share of target variable pay that is guaranteed in each month, between 0 and
    /// 1. Default: 0.</param>
    /// <returns>The ramp.</returns>
    /// <exception cref="ArgumentException">The number of months or the share is outside its range.</exception>
    public static Ramp Straight(int months, decimal guaranteedShare = 0m)
    {
        if (months is < 1 or > MaxMonths)
        {
            throw DomainGuards.OutOfRange(nameof(months), months, "1 to 1,200");
        }

        var shares = new RampMonth[months];
        for (int i = 0; i < months; i++)
        {
            shares[i] = RampMonth.Of((i + 1m) / months, guaranteedShare);
        }

        return new Ramp(ValueList.Own(shares));
    }

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Months.IsEmpty
        ? "no ramp"
        : "ramp of " + Plural.Of(Months.Count, "month") + ": " + string.Join("; ", Months);
}
