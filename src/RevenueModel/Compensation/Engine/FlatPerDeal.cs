using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A fixed amount that is due once per deal: it is earned with the credit that raises the credit of the deal
/// above zero, and reversed with the credit that reduces it to zero.</summary>
internal sealed class FlatPerDeal
{
    private readonly Dictionary<string, Deal> _deals = new(StringComparer.Ordinal);

    /// <summary>Returns the change of the amount by a further credit of a deal.</summary>
    public decimal Next(CompCredit credit, decimal amount)
    {
        Deal before = _deals.GetValueOrDefault(credit.Deal!);
        decimal credited = before.Credited + credit.Credited;
        decimal due = !IsAboveZero(credited) ? 0m : IsAboveZero(before.Credited) ? before.Due : amount * credit.Share;
        _deals[credit.Deal!] = new Deal(credited, due);
        return due - before.Due;
    }

    // A share of a third is no exact decimal, so that a reversal can leave noise. The total is compared without it, but
    // kept as it is: rounding at each credit would add up.
    private static bool IsAboveZero(decimal credited) =>
        decimal.Round(credited, DivisionNoise.MeaningfulDigits) > 0m;

    private readonly record struct Deal(decimal Credited, decimal Due);
}
