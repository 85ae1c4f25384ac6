using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The events of a ledger by what they are asked for: when a gate opens, when an account is anchored, what a
/// customer has been invoiced or has paid.</summary>
internal sealed class EventIndex
{
    private readonly CompLedger _ledger;
    private readonly Dictionary<string, List<CompEvent>> _bySubject = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalDate> _booked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CompCredit>> _ofDeals = new(StringComparer.Ordinal);

    public EventIndex(CompLedger ledger)
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

            if (credit.Deal is { } deal)
            {
                if (!_ofDeals.TryGetValue(deal, out List<CompCredit>? credits))
                {
                    _ofDeals.Add(deal, credits = []);
                }

                credits.Add(credit);
            }
        }
    }

    /// <summary>The first day from the credit's own on which a gate lets it count, or null where none is known. What one
    /// credit of a deal says of its buyers holds for all of them.</summary>
    public LocalDate? OpensOn(CreditGate gate, CompCredit credit)
    {
        LocalDate? reached = gate.RequiredMilestone is null ? credit.Date : null;
        foreach (CompEvent @event in Of(credit.Deal))
        {
            bool isIt = NameLookup.Same(@event.Milestone, gate.RequiredMilestone);
            reached ??= isIt ? @event.Date : null;
        }

        return reached is { } milestone && EngagedOn(gate, credit) is { } engaged
            ? LocalDate.Max(credit.Date, LocalDate.Max(milestone, engaged))
            : null;
    }

    /// <summary>The segment of a credit: its own, else the first that a credit of the deal names.</summary>
    public string? SegmentOf(CompCredit credit)
    {
        if (credit.Segment is not null || credit.Deal is null)
        {
            return credit.Segment;
        }

        return _ofDeals[credit.Deal]
            .Where(other => other.Segment is not null)
            .OrderBy(other => other.Date)
            .FirstOrDefault()?.Segment;
    }

    /// <summary>What ended the deal of a credit between two days, both included, or null where nothing did.</summary>
    public CompEvent? EndOf(CompCredit credit, LocalDate from, LocalDate upTo) =>
        Of(credit.AccountKey).Where(@event => @event.Kind == CompEventKind.Churned)
            .Concat(Of(credit.Deal).Where(@event => @event.Kind == CompEventKind.NotPaid))
            .Where(@event => @event.Date >= from && @event.Date <= upTo)
            .OrderBy(@event => @event.Date)
            .FirstOrDefault();

    /// <summary>The day from which the months of a residual on an account count, or null where it is not known.</summary>
    public LocalDate? AnchorOf(string account, ResidualAnchor anchor) => anchor switch
    {
        ResidualAnchor.GoLive => First(account, CompEventKind.WentLive),
        ResidualAnchor.FirstInvoice => FirstInvoice(account),
        _ => _booked.TryGetValue(account, out LocalDate booked) ? booked : null,
    };

    /// <summary>The first day on which an account churned, or null where it did not.</summary>
    public LocalDate? Churned(string account) => First(account, CompEventKind.Churned);

    /// <summary>The events of a deal or an account, by day.</summary>
    public List<CompEvent> Of(string? subject) =>
        subject is not null && _bySubject.TryGetValue(subject, out List<CompEvent>? events) ? events : [];

    private LocalDate? EngagedOn(CreditGate gate, CompCredit credit)
    {
        BuyerEngagement missing = gate.RequiredEngagement & ~credit.BuyerEngagement;
        LocalDate engaged = credit.Date;
        foreach (BuyerEngagement buyer in (ReadOnlySpan<BuyerEngagement>)[BuyerEngagement.IT, BuyerEngagement.OT])
        {
            if (missing.HasFlag(buyer))
            {
                if (EngagedOn(buyer, credit.Deal) is not { } day)
                {
                    return null;
                }

                engaged = LocalDate.Max(engaged, day);
            }
        }

        return engaged;
    }

    private LocalDate? EngagedOn(BuyerEngagement buyer, string? deal)
    {
        LocalDate? first = null;
        foreach (CompEvent @event in Of(deal))
        {
            first ??= @event.Engagement.HasFlag(buyer) ? @event.Date : null;
        }

        foreach (CompCredit credit in deal is null ? [] : _ofDeals[deal])
        {
            if (credit.BuyerEngagement.HasFlag(buyer) && !(first <= credit.Date))
            {
                first = credit.Date;
            }
        }

        return first;
    }

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
