using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>An index of the events and credits of a ledger by deal and account. It finds the days on which gates open
/// and residuals start, and the invoices and cash of a deal.</summary>
internal sealed class EventIndex
{
    private readonly CompLedger _ledger;
    private readonly Dictionary<string, List<CompEvent>> _bySubject = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastOfDeal; // the position of the last credit of a deal
    private readonly int[] _before; // the position of the credit of the same deal before each credit, or -1
    private Dictionary<string, LocalDate>? _booked;

    public EventIndex(CompLedger ledger)
    {
        _ledger = ledger;
        foreach (CompEvent @event in ledger.Events)
        {
            if (!_bySubject.TryGetValue(@event.Subject, out List<CompEvent>? events))
            {
                _bySubject.Add(@event.Subject, events = new List<CompEvent>(1));
            }

            events.Add(@event);
        }

        foreach (List<CompEvent> events in _bySubject.Values)
        {
            // A stable sort, so events of the same day keep their order.
            if (events.Count > 1)
            {
                CompEvent[] ordered = [.. events.OrderBy(static @event => @event.Date)];
                events.Clear();
                events.AddRange(ordered);
            }
        }

        _before = new int[ledger.Credits.Count];
        _lastOfDeal = new Dictionary<string, int>(ledger.Credits.Count, StringComparer.Ordinal);
        for (int i = 0; i < _before.Length; i++)
        {
            _before[i] = -1;
            if (ledger.Credits[i].Deal is { } deal)
            {
                _before[i] = _lastOfDeal.TryGetValue(deal, out int last) ? last : -1;
                _lastOfDeal[deal] = i;
            }
        }
    }

    /// <summary>Returns the first day, on or after the date of a credit, on which a gate is met, or null if none is
    /// known. The buyers of one credit of a deal apply to all its credits.</summary>
    public LocalDate? OpensOn(CreditGate gate, CompCredit credit)
    {
        LocalDate? reached = gate.RequiredMilestone is null ? credit.Date : null;
        if (reached is null)
        {
            foreach (CompEvent @event in Of(credit.Deal))
            {
                bool isIt = NameLookup.Same(@event.Milestone, gate.RequiredMilestone);
                reached ??= isIt ? @event.Date : null;
            }
        }

        return reached is { } milestone && EngagedOn(gate, credit) is { } engaged
            ? LocalDate.Max(credit.Date, LocalDate.Max(milestone, engaged))
            : null;
    }

    /// <summary>Returns the segment of a credit if given, otherwise the first segment that a credit of the deal
    /// has.</summary>
    public string? SegmentOf(CompCredit credit)
    {
        if (credit.Segment is not null || credit.Deal is null)
        {
            return credit.Segment;
        }

        CompCredit? first = null;
        foreach (CompCredit other in CreditsOf(credit.Deal))
        {
            // The list is in reverse order; of credits on the same day, the one given first is used.
            first = other.Segment is not null && !(first?.Date < other.Date) ? other : first;
        }

        return first?.Segment;
    }

    /// <summary>Returns the event that ended the deal of a credit between two days, including both, or null.</summary>
    public CompEvent? EndOf(CompCredit credit, LocalDate from, LocalDate upTo)
    {
        CompEvent? churned = First(credit.AccountKey, CompEventKind.Churned);
        CompEvent? notPaid = First(credit.Deal, CompEventKind.NotPaid);
        return notPaid is null || churned?.Date <= notPaid.Date ? churned : notPaid;

        CompEvent? First(string? subject, CompEventKind kind)
        {
            foreach (CompEvent @event in Of(subject))
            {
                if (@event.Kind == kind && @event.Date >= from && @event.Date <= upTo)
                {
                    return @event;
                }
            }

            return null;
        }
    }

    /// <summary>Returns the first day of the months of a residual on an account, or null if it is not known.</summary>
    public LocalDate? AnchorOf(string account, ResidualAnchor anchor) => anchor switch
    {
        ResidualAnchor.GoLive => First(account, CompEventKind.WentLive),
        ResidualAnchor.FirstInvoice => FirstInvoice(account),
        _ => (_booked ??= Booked()).TryGetValue(account, out LocalDate booked) ? booked : null,
    };

    /// <summary>Returns the first day from a given one on which an account churned, or null.</summary>
    public LocalDate? Churned(string account, LocalDate from)
    {
        foreach (CompEvent @event in Of(account))
        {
            if (@event.Kind == CompEventKind.Churned && @event.Date >= from)
            {
                return @event.Date;
            }
        }

        return null;
    }

    /// <summary>Returns the events of a deal or an account, in date order.</summary>
    public List<CompEvent> Of(string? subject) =>
        subject is not null && _bySubject.TryGetValue(subject, out List<CompEvent>? events) ? events : [];

    /// <summary>Returns the credits of a deal, the last one first.</summary>
    public DealCredits CreditsOf(string deal) =>
        new(_ledger.Credits, _before, _lastOfDeal.TryGetValue(deal, out int last) ? last : -1);

    private Dictionary<string, LocalDate> Booked()
    {
        Dictionary<string, LocalDate> days = new(StringComparer.Ordinal);
        foreach (CompCredit credit in _ledger.Credits)
        {
            if (credit.AccountKey is { } account
                && credit.Measure == CompMeasure.NewArr
                && (!days.TryGetValue(account, out LocalDate booked) || credit.Date < booked))
            {
                days[account] = credit.Date;
            }
        }

        return days;
    }

    private LocalDate? EngagedOn(CreditGate gate, CompCredit credit)
    {
        BuyerEngagement missing = gate.RequiredEngagement & ~credit.BuyerEngagement;
        LocalDate engaged = credit.Date;
        foreach (BuyerEngagement buyer in (ReadOnlySpan<BuyerEngagement>)[BuyerEngagement.IT, BuyerEngagement.OT])
        {
            if ((missing & buyer) == buyer)
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
        if (deal is null)
        {
            return null;
        }

        LocalDate? first = null;
        foreach (CompEvent @event in Of(deal))
        {
            first ??= (@event.Engagement & buyer) == buyer ? @event.Date : null;
        }

        foreach (CompCredit credit in CreditsOf(deal))
        {
            if ((credit.BuyerEngagement & buyer) == buyer && !(first <= credit.Date))
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

    /// <summary>The credits of a deal, the last one first.</summary>
    internal readonly struct DealCredits(ValueList<CompCredit> credits, int[] before, int last)
    {
        public Enumerator GetEnumerator() => new(credits, before, last);

        internal struct Enumerator(ValueList<CompCredit> credits, int[] before, int last)
        {
            private int _next = last;

            public CompCredit Current { get; private set; } = null!;

            public bool MoveNext()
            {
                if (_next < 0)
                {
                    return false;
                }

                Current = credits[_next];
                _next = before[_next];
                return true;
            }
        }
    }
}
