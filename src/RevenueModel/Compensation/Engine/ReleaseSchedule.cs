using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Which share of the pay for a credit the customer's invoices or payments have released, and when.</summary>
/// <remarks>Money covers the credits of a deal in the order of their days, those of one day together. A day that takes credit
/// back is covered as what came before it.</remarks>
internal sealed class ReleaseSchedule
{
    private readonly Dictionary<(string Deal, CompMeasure Measure), SortedList<LocalDate, DayValue>> _days = [];
    private readonly EventIndex _events;

    public ReleaseSchedule(CompLedger ledger, EventIndex events)
    {
        _events = events;
        if (!ledger.Assignments.Any(assignment => assignment.Plan.PaymentTrigger != PaymentTrigger.Booking))
        {
            return;
        }

        foreach (CompCredit credit in ledger.Credits)
        {
            if (credit.Deal is { } deal)
            {
                if (!_days.TryGetValue((deal, credit.Measure), out SortedList<LocalDate, DayValue>? days))
                {
                    _days.Add((deal, credit.Measure), days = []);
                }

                days[credit.Date] = days.GetValueOrDefault(credit.Date).With(credit);
            }
        }
    }

    /// <summary>The days that release pay and the share that is released by then, or null where it is released at
    /// once.</summary>
    public List<Keyed<LocalDate, decimal>>? Of(CompCredit credit, PaymentTrigger trigger)
    {
        if (trigger == PaymentTrigger.Booking
            || credit.Deal is not { } deal
            || !_days.TryGetValue((deal, credit.Measure), out SortedList<LocalDate, DayValue>? days)
            || !days.Values.Any(day => day.HasValue))
        {
            return null;
        }

        decimal own = days[credit.Date].Value;
        decimal before = days.Where(day => day.Key < credit.Date).Sum(day => Math.Max(day.Value.Value, 0m));
        (decimal from, decimal width) = own > 0m ? (before, own) : (0m, before);
        return width == 0m ? null : Releases(deal, trigger, from, width);
    }

    private List<Keyed<LocalDate, decimal>> Releases(string deal, PaymentTrigger trigger, decimal from, decimal width)
    {
        CompEventKind kind = trigger == PaymentTrigger.Invoice ? CompEventKind.Invoiced : CompEventKind.CashReceived;
        var releases = new List<Keyed<LocalDate, decimal>>();
        decimal covered = -from;
        foreach (CompEvent @event in _events.Of(deal))
        {
            if (@event.Kind == kind && covered < width)
            {
                covered += @event.Amount;
                if (covered > 0m)
                {
                    releases.Add(new(@event.Date, covered >= width ? 1m : covered / width));
                }
            }
        }

        return releases;
    }

    // An overlay is credited beside those who sell the deal: its value is theirs, not more, unless they are not here.
    private readonly record struct DayValue(decimal? Sold, decimal? Overlaid, bool HasValue)
    {
        public decimal Value => Sold ?? Overlaid ?? 0m;

        public DayValue With(CompCredit credit)
        {
            bool isMoney = credit.Measure.Unit == MeasureUnit.Money;
            decimal value = credit.ContractValue ?? (isMoney ? credit.Amount : 0m);
            return new DayValue(
                credit.IsOverlay ? Sold : (Sold ?? 0m) + value,
                credit.IsOverlay ? (Overlaid ?? 0m) + value : Overlaid,
                HasValue || isMoney || credit.ContractValue is not null);
        }
    }
}
