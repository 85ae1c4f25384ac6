using NodaTime;
using RevenueModel.Compensation.Credits;
using RevenueModel.Compensation.Rules;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Statements;

/// <summary>The events of a ledger by what they are asked for: when a gate opens, when an account is anchored, what a
/// customer has been invoiced or has paid.</summary>
internal sealed class EventBook
{
    private readonly CompLedger _ledger;
    private readonly Dictionary<string, List<CompEvent>> _bySubject = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalDate> _booked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _contractValues = new(StringComparer.Ordinal);

    public EventBook(CompLedger ledger)
    {
        _ledger = ledger;
        foreach (CompEvent @event in ledger.Events)
        {
            if (!_bySubject.TryGetValue(@event.Subject, out List<CompEvent>? events))
            {
                _bySubject.Add(@event.Subject, events = []);
            }

            events.Add(@event);
        }

        foreach (List<CompEvent> events in _bySubject.Values)
        {
            events.Sort(static (x, y) => x.Date.CompareTo(y.Date));
        }

        foreach (CompCredit credit in ledger.Credits)
        {
            if (credit.AccountKey is { } account
                && credit.Measure == CompMeasure.NewArr
                && (!_booked.TryGetValue(account, out LocalDate booked) || credit.Date < booked))
            {
                _booked[account] = credit.Date;
            }

            if (credit.Deal is { } deal && credit.Measure.Unit == MeasureUnit.Money)
            {
                _contractValues[deal] =
                    _contractValues.GetValueOrDefault(deal) + (credit.ContractValue ?? credit.Amount);
            }
        }
    }

    /// <summary>The first day from the credit's own on which a gate lets it count, or null where none is known.</summary>
    public LocalDate? OpensOn(CreditGate gate, CompCredit credit)
    {
        BuyerEngagement engaged = credit.BuyerEngagement;
        bool isReached = gate.RequiredMilestone is null;
        if (isReached && IsMet(gate, engaged))
        {
            return credit.Date;
        }

        foreach (CompEvent @event in Of(credit.Deal))
        {
            engaged |= @event.Engagement;
            isReached |= string.Equals(@event.Milestone, gate.RequiredMilestone, StringComparison.OrdinalIgnoreCase);
            if (isReached && IsMet(gate, engaged))
            {
                return LocalDate.Max(@event.Date, credit.Date);
            }
        }

        return null;
    }

    /// <summary>The day from which the months of a residual on an account count, or null where it is not known.</summary>
    public LocalDate? AnchorOf(string account, ResidualAnchor anchor) => anchor switch
    {
        ResidualAnchor.GoLive => First(account, CompEventKind.WentLive),
        ResidualAnchor.FirstInvoice => FirstInvoice(account),
        _ => _booked.TryGetValue(account, out LocalDate booked) ? booked : null,
    };

    /// <summary>The first day on which an account churned, or null where it did not.</summary>
    public LocalDate? Churned(string account) => First(account, CompEventKind.Churned);

    /// <summary>The days on which invoices or cash release the pay for a deal, and the share of it that is released by
    /// then; null where it is released at once.</summary>
    public List<Keyed<LocalDate, decimal>>? ReleasesOf(string? deal, PaymentTrigger trigger)
    {
        decimal contractValue = deal is null ? 0m : _contractValues.GetValueOrDefault(deal);
        if (trigger == PaymentTrigger.Booking || contractValue <= 0m)
        {
            return null;
        }

        CompEventKind kind = trigger == PaymentTrigger.Invoice ? CompEventKind.Invoiced : CompEventKind.CashReceived;
        var releases = new List<Keyed<LocalDate, decimal>>();
        decimal sum = 0m;
        foreach (CompEvent @event in Of(deal))
        {
            if (@event.Kind == kind && sum < contractValue)
            {
                sum += @event.Amount;
                releases.Add(new(@event.Date, sum >= contractValue ? 1m : sum / contractValue));
            }
        }

        return releases;
    }

    private static bool IsMet(CreditGate gate, BuyerEngagement engaged) =>
        (engaged & gate.RequiredEngagement) == gate.RequiredEngagement;

    private List<CompEvent> Of(string? subject) =>
        subject is not null && _bySubject.TryGetValue(subject, out List<CompEvent>? events) ? events : [];

    private LocalDate? First(string subject, CompEventKind kind)
    {
        foreach (CompEvent @event in Of(subject))
        {
            if (@event.Kind == kind)
            {
                return @event.Date;
            }
        }

        return null;
    }

    private LocalDate? FirstInvoice(string account)
    {
        LocalDate? first = First(account, CompEventKind.Invoiced);
        foreach (CompCredit credit in _ledger.Credits)
        {
            if (credit.Deal is { } deal
                && string.Equals(credit.AccountKey, account, StringComparison.Ordinal)
                && First(deal, CompEventKind.Invoiced) is { } invoiced
                && (first is null || invoiced < first))
            {
                first = invoiced;
            }
        }

        return first;
    }
}
