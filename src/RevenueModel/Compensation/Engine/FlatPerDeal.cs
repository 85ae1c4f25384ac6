
namespace RevenueModel.Compensation;

/// <summary>An amount that is due once for a deal: with the credit that brings the deal above zero, and taken back with the
/// one that takes it to zero again.</summary>
internal sealed class FlatPerDeal
{
    private readonly Dictionary<string, Deal> _deals = new(StringComparer.Ordinal);

    /// <summary>What a further credit of a deal changes.</summary>
    public decimal Next(CompCredit credit, decimal amount)
    {
        Deal before = _deals.GetValueOrDefault(credit.Deal!);
        decimal credited = before.Credited + credit.Credited;
        decimal due = credited <= 0m ? 0m : before.Credited > 0m ? before.Due : amount * credit.Share;
        _deals[credit.Deal!] = new Deal(credited, due);
        return due - before.Due;
    }

    private readonly record struct Deal(decimal Credited, decimal Due);
}
