using NodaTime;
using RevenueModel.Compensation;

namespace RevenueModel.Json;

/// <summary>The JSON forms of credits, events and ledgers.</summary>
internal static class CompCreditShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<CompCredit>(CompCreditForm);
        shapes.AddValue<EventWithoutEffect>(EventWithoutEffectForm);
        shapes.AddValue<SplitCredit>(SplitCreditForm);
        shapes.AddValue<TeamSpiffCredit>(TeamSpiffCreditForm);
        shapes.Add<CreditShare>(CreditShareForm);
        shapes.Add(new UnionShape<CompEvent>(
            nameof(CompEvent),
            EngagedCase(shapes),
            MilestoneCase(shapes),
            SubjectCase(shapes, CompEventKind.WentLive, "account", CompEvent.WentLive),
            AmountCase(shapes, CompEventKind.Invoiced, CompEvent.Invoiced),
            AmountCase(shapes, CompEventKind.CashReceived, CompEvent.CashReceived),
            AmountCase(shapes, CompEventKind.Refunded, CompEvent.Refunded),
            SubjectCase(shapes, CompEventKind.Churned, "account", CompEvent.Churned),
            SubjectCase(shapes, CompEventKind.NotPaid, "deal", CompEvent.NotPaid)));
        shapes.Add<CompLedger>(CompLedgerForm);
    }

    private static Func<Values<CompCredit>, CompCredit> CompCreditForm(RecordBuilder<CompCredit> record)
    {
        var id = record.Optional("id", static x => x.Id, Forms.Name!);
        var date = record.Required("date", static x => x.Date);
        var measure = record.Required("measure", static x => x.Measure);
        var amount = record.Required("amount", static x => x.Amount);
        var deal = record.Optional("deal", static x => x.Deal, Forms.Name!);
        var account = record.Optional("account", static x => x.Account, Forms.Name!);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var share = record.Optional("share", static x => x.Share, Forms.Share, fallback: 1m);
        var isOverlay = record.Optional("isOverlay", static x => x.IsOverlay);
        var trigger = record.Optional("trigger", static x => x.Trigger);
        var buyerEngagement = record.Optional("buyerEngagement", static x => x.BuyerEngagement);
        var product = record.Optional("product", static x => x.Product, Forms.Name!);
        var termMonths = record.Optional("termMonths", static x => x.TermMonths, Forms.Count.OrNull());
        var contractValue = record.Optional("contractValue", static x => x.ContractValue);
        var creditedPart = record.Optional("creditedPart", static x => x.CreditedPart);
        return values => new CompCredit
        {
            Id = values.Get(id),
            Date = values.Get(date),
            Measure = values.Get(measure),
            Amount = values.Get(amount),
            Deal = values.Get(deal),
            Account = values.Get(account),
            Segment = values.Get(segment),
            Share = values.Get(share),
            IsOverlay = values.Get(isOverlay),
            Trigger = values.Get(trigger),
            BuyerEngagement = values.Get(buyerEngagement),
            Product = values.Get(product),
            TermMonths = values.Get(termMonths),
            ContractValue = values.Get(contractValue),
            CreditedPart = values.Get(creditedPart),
        };
    }

    private static Func<Values<EventWithoutEffect>, EventWithoutEffect> EventWithoutEffectForm(
        RecordBuilder<EventWithoutEffect> record)
    {
        var @event = record.Required("event", static x => x.Event);
        var reason = record.Required("reason", static x => x.Reason);
        return values => new EventWithoutEffect(values.Get(@event), values.Get(reason));
    }

    private static Func<Values<SplitCredit>, SplitCredit> SplitCreditForm(RecordBuilder<SplitCredit> record)
    {
        var share = record.Required("share", static x => x.Share);
        var credit = record.Required("credit", static x => x.Credit);
        return values => new SplitCredit(values.Get(share), values.Get(credit));
    }

    private static Func<Values<TeamSpiffCredit>, TeamSpiffCredit> TeamSpiffCreditForm(
        RecordBuilder<TeamSpiffCredit> record)
    {
        var spiff = record.Required("spiff", static x => x.Spiff);
        var person = record.Required("person", static x => x.Person);
        var date = record.Required("date", static x => x.Date);
        var amount = record.Required("amount", static x => x.Amount);
        return values => new TeamSpiffCredit(
            values.Get(spiff),
            values.Get(person),
            values.Get(date),
            values.Get(amount));
    }

    private static Func<Values<CreditShare>, CreditShare> CreditShareForm(RecordBuilder<CreditShare> record)
    {
        var person = record.Required("person", static x => x.Person);
        var share = record.Required("share", static x => x.Share, Forms.Share);
        var isOverlay = record.Optional("isOverlay", static x => x.IsOverlay);
        return values => CreditShare.Of(values.Get(person), values.Get(share), values.Get(isOverlay));
    }

    private static Func<Values<CompLedger>, CompLedger> CompLedgerForm(RecordBuilder<CompLedger> record)
    {
        var person = record.Required("person", static x => x.Person);
        var assignments = record.Required("assignments", static x => x.Assignments);
        var credits = record.Optional("credits", static x => x.Credits);
        var events = record.Optional("events", static x => x.Events);
        var hired = record.Optional(
            "hired",
            static x => (LocalDate?)x.Hired,
            isWritten: static x => x.Hired != x.Assignments[0].InForce.Start);
        var lastWorkingDay = record.Optional("lastWorkingDay", static x => x.LastWorkingDay);
        var opening = record.Optional("opening", static x => x.Opening);
        var team = record.Optional("team", static x => x.Team);
        return values => CompLedger.Of(
            values.Get(person),
            values.Get(assignments).AsSpan(),
            values.Get(credits).AsSpan(),
            values.Get(events).AsSpan(),
            values.Get(hired),
            values.Get(lastWorkingDay),
            values.Get(opening)).WithTeam(values.Get(team));
    }

    private static Case<CompEvent> EngagedCase(ShapeTable shapes) =>
        EventCase(shapes, CompEventKind.BuyersEngaged, static record =>
        {
            record.Kind("buyersEngaged");
            var date = record.Required("date", static x => x.Date);
            var deal = record.Required("deal", static x => x.Subject);
            var engagement = record.Required("engagement", static x => x.Engagement);
            return values => CompEvent.BuyersEngaged(values.Get(date), values.Get(deal), values.Get(engagement));
        });

    private static Case<CompEvent> MilestoneCase(ShapeTable shapes) =>
        EventCase(shapes, CompEventKind.MilestoneReached, static record =>
        {
            record.Kind("milestoneReached");
            var date = record.Required("date", static x => x.Date);
            var deal = record.Required("deal", static x => x.Subject);
            var milestone = record.Required("milestone", static x => x.Milestone!);
            return values => CompEvent.MilestoneReached(values.Get(date), values.Get(deal), values.Get(milestone));
        });

    private static Case<CompEvent> SubjectCase(
        ShapeTable shapes, CompEventKind kind, string subject, Func<LocalDate, string, CompEvent> create) =>
        EventCase(shapes, kind, record =>
        {
            record.Kind(EnumNames.Of(kind));
            var date = record.Required("date", static x => x.Date);
            var name = record.Required(subject, static x => x.Subject);
            return values => create(values.Get(date), values.Get(name));
        });

    private static Case<CompEvent> AmountCase(
        ShapeTable shapes, CompEventKind kind, Func<LocalDate, string, decimal, CompEvent> create) =>
        EventCase(shapes, kind, record =>
        {
            record.Kind(EnumNames.Of(kind));
            var date = record.Required("date", static x => x.Date);
            var deal = record.Required("deal", static x => x.Subject);
            var amount = record.Required("amount", static x => x.Amount);
            return values => create(values.Get(date), values.Get(deal), values.Get(amount));
        });

    private static Case<CompEvent> EventCase(
        ShapeTable shapes,
        CompEventKind kind,
        Func<RecordBuilder<CompEvent>, Func<Values<CompEvent>, CompEvent>> build) =>
        new Case<CompEvent, CompEvent>(
            EnumNames.Of(kind),
            new RecordShape<CompEvent>(shapes, "CompEvent." + EnumNames.Of(kind), build),
            one => one.Kind == kind);
}
