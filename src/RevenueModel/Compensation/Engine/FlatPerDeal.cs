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
        // A share such as a third has no decimals, and leaves noise when it is taken back.
        decimal credited = decimal.Round(before.Credited + credit.Credited, DivisionNoise.MeaningfulDigits);
        decimal due = credited <= 0m ? 0m : before.Credited > 0m ? before.Due : amount * credit.Share;
        _deals[credit.Deal!] = new Deal(credited, due);
        return due - before.Due;
    }

    private readonly record struct Deal(decimal Credited, decimal Due);
}
