using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The share of the pay for a credit that invoices or payments of the customer have released, by
/// day.</summary>
/// <remarks>Invoices and cash cover the contract value of a deal once: credits of one day together, and credits of
/// several days in order. A negative credit reduces the value of all earlier days in proportion, and is released like
/// them in total.</remarks>
internal sealed class ReleaseSchedule(CompLedger ledger, EventIndex events)
{
    private readonly bool _isNeeded =
        ledger.Assignments.Any(static item => item.Plan.PaymentTrigger != PaymentTrigger.Booking);

    private readonly
        Dictionary<(string Deal, PaymentTrigger Trigger), Dictionary<LocalDate, List<Keyed<LocalDate, decimal>>>>
        _ofDeals = [];

    /// <summary>Returns the days on which the released share of the pay for a credit changes, with the share, or null
    /// if the pay is released at once.</summary>
    public List<Keyed<LocalDate, decimal>>? Of(CompCredit credit, PaymentTrigger trigger)
    {
        if (!_isNeeded || trigger == PaymentTrigger.Booking || credit.Deal is not { } deal)
        {
            return null;
        }

        if (!_ofDeals.TryGetValue((deal, trigger), out Dictionary<LocalDate, List<Keyed<LocalDate, decimal>>>? days))
        {
            _ofDeals.Add((deal, trigger), days = Releases(deal, trigger));
        }

        return days.GetValueOrDefault(credit.Date);
    }

    // The released shares of each day with credits of the deal; empty if the deal has no monetary value.
    private Dictionary<LocalDate, List<Keyed<LocalDate, decimal>>> Releases(string deal, PaymentTrigger trigger)
    {
        var shares = new Dictionary<LocalDate, List<Keyed<LocalDate, decimal>>>();
        List<Keyed<LocalDate, decimal>> steps = ContractSteps(deal);
        if (!steps.Exists(static step => step.Value > 0m))
        {
            return shares;
        }

        var coverage = new DealCoverage(isInFull: trigger == PaymentTrigger.PaidInFull);
        CompEvent[] money = [.. events.Of(deal).Where(@event => Cash(@event, trigger) != 0m)];
        int next = 0;
        foreach (Keyed<LocalDate, decimal> step in steps)
        {
            shares[step.Key] = [];
            for (; next < money.Length && money[next].Date < step.Key; next++)
            {
                coverage.Add(Cash(money[next], trigger));
                coverage.State(money[next].Date, shares);
            }

            coverage.Add(step);
            coverage.State(step.Key, shares);
        }

        for (; next < money.Length; next++)
        {
            coverage.Add(Cash(money[next], trigger));
            coverage.State(money[next].Date, shares);
        }

        return shares;
    }

    private static decimal Cash(CompEvent @event, PaymentTrigger trigger) => (@event.Kind, trigger) switch
    {
        (CompEventKind.Invoiced, PaymentTrigger.Invoice) => @event.Amount,
        (CompEventKind.CashReceived, not PaymentTrigger.Invoice) => @event.Amount,
        (CompEventKind.Refunded, not PaymentTrigger.Invoice) => -@event.Amount,
        _ => 0m,
    };

    // The change of the contract value by the credits of each day. An overlay adds no contract value if the ledger
    // also has the credits of the sellers.
    private List<Keyed<LocalDate, decimal>> ContractSteps(string deal)
    {
        List<CompCredit> credits = [];
        foreach (CompCredit credit in events.CreditsOf(deal))
        {
            credits.Insert(0, credit);
        }

        List<Keyed<LocalDate, decimal>> steps = [];
        decimal credited = 0m;
        decimal value = 0m;
        foreach (IGrouping<LocalDate, CompCredit> day in credits.GroupBy(static credit => credit.Date)
            .OrderBy(static day => day.Key))
        {
            bool isSold = day.Any(static credit => !credit.IsOverlay);
            decimal change = 0m;
            decimal takenBack = 0m;
            foreach (CompCredit credit in day.Where(credit => !isSold || !credit.IsOverlay))
            {
                decimal amount = credit.Measure.Unit == MeasureUnit.Money ? credit.Amount : 0m;
                if (amount < 0m && credit.ContractValue is null)
                {
                    takenBack += amount;
                    continue;
                }

                credited += amount;
                change += credit.ContractValue ?? amount;
            }

            // In proportion to the value per amount so far; all of the value if more is taken back than was credited.
            value += change;
            if (takenBack < 0m)
            {
                decimal back = credited > 0m
                    ? decimal.Round(takenBack * value / credited, DivisionNoise.MeaningfulDigits)
                    : -Math.Max(value, 0m);
                change += back;
                value += back;
                credited = Math.Max(credited + takenBack, 0m);
            }

            steps.Add(new(day.Key, change));
        }

        return steps;
    }
}
