using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>How the awards of one item of a plan vest and become payable.</summary>
internal sealed class AwardsOracle(
    CompLedger ledger, string item, Dictionary<(string Item, string Deal), List<LocalDate>> paidDays)
{
    private readonly Dictionary<(string Deal, int Tranche, LocalDate Day), decimal> _ofDeal = [];
    private readonly Dictionary<string, DealMoneyOracle> _money = new(StringComparer.Ordinal);
    private decimal _awarded;

    public List<OraclePart> Parts(CompPlan plan, CompCredit credit, LocalDate day, decimal earned)
    {
        decimal[] shares = [.. plan.Vesting.Shares];
        decimal[] before = Split(_awarded, shares, plan.Rounding);
        _awarded += earned;
        decimal[] after = Split(_awarded, shares, plan.Rounding);
        LocalDate from = VestsFrom(credit, day, earned);
        var parts = new List<OraclePart>();
        for (int j = 0; j < shares.Length; j++)
        {
            LocalDate vests = from.PlusYears(j);
            decimal tranche = after[j] - before[j];
            if (plan.PaymentTrigger == PaymentTrigger.Booking
                || credit.Deal is not { } deal
                || Money(deal).IsWithoutValue)
            {
                parts.Add(new OraclePart(j, vests, LocalDate.Max(vests, day), tranche));
            }
            else
            {
                AddReleased(parts, plan, (deal, j, credit.Date), vests, day, tranche);
            }
        }

        return parts;
    }

    // A correction takes back the pay of its day. If the deal had none on that day, it takes back the
    // first pay of it; pay that comes later is not corrected.
    private LocalDate VestsFrom(CompCredit credit, LocalDate day, decimal earned)
    {
        if (credit.Deal is not { } deal || earned == 0m)
        {
            return day;
        }

        if (!paidDays.TryGetValue((item, deal), out List<LocalDate>? days))
        {
            paidDays[(item, deal)] = days = [];
        }

        if (earned > 0m)
        {
            days.Add(day);
            return day;
        }

        return days.Contains(day) ? day : days.Where(paid => paid < day).Append(day).Min();
    }

    private void AddReleased(
        List<OraclePart> parts,
        CompPlan plan,
        (string Deal, int Tranche, LocalDate Day) key,
        LocalDate vests,
        LocalDate day,
        decimal amount)
    {
        decimal before = _ofDeal.GetValueOrDefault(key);
        decimal after = before + amount;
        _ofDeal[key] = after;
        decimal left = amount;
        ExactFraction last = Zero;
        foreach ((LocalDate on, ExactFraction share) in Money(key.Deal).Shares(key.Day, plan.PaymentTrigger))
        {
            decimal part = Released(after, share) - Released(after, last)
                - (Released(before, share) - Released(before, last));
            parts.Add(new OraclePart(key.Tranche, vests, LocalDate.Max(LocalDate.Max(vests, on), day), part));
            left -= part;
            last = share;
        }

        parts.Add(new OraclePart(key.Tranche, vests, Payable: null, left));

        decimal Released(decimal pay, ExactFraction share) => Round(Exact(pay) * share, plan.Rounding);
    }

    private DealMoneyOracle Money(string deal) =>
        _money.TryGetValue(deal, out DealMoneyOracle? known) ? known : _money[deal] = new DealMoneyOracle(ledger, deal);
}

/// <summary>Flat amounts that are due once for each deal while what is credited of it is above zero.</summary>
internal sealed class FlatAmountsOracle
{
    private readonly Dictionary<string, ExactFraction> _credited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExactFraction> _paid = new(StringComparer.Ordinal);

    public ExactFraction Due(CompCredit credit, ExactFraction credited, decimal amount)
    {
        string deal = credit.Deal!;
        ExactFraction before = _credited.GetValueOrDefault(deal, Zero);
        ExactFraction after = before + credited;
        _credited[deal] = after;
        if (before <= Zero && after > Zero)
        {
            return _paid[deal] = Exact(amount) * OraclePay.ShareOf(credit);
        }

        return before > Zero && after <= Zero ? Zero - _paid[deal] : Zero;
    }
}
