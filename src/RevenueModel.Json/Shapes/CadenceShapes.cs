using NodaTime;
using RevenueModel.Organization;

namespace RevenueModel.Json;

/// <summary>The JSON forms of reviews and rollout plans.</summary>
internal static class CadenceShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<IsoDayOfWeek>();
        shapes.AddEnum<ReviewFrequency>();
        shapes.AddEnum<RolloutCheck>();
        shapes.AddEnum<RolloutState>();
        shapes.Add<OperatingReview>(OperatingReviewForm);
        shapes.Add<RolloutStep>(RolloutStepForm);
        shapes.Add<ReviewCalendar>(ReviewCalendarForm);
        shapes.Add<ScheduledReview>(ScheduledReviewForm);
        shapes.Add<RolloutData>(RolloutDataForm);
        shapes.Add<RolloutEvidence>(RolloutEvidenceForm);
        shapes.Add<RolloutStepStatus>(RolloutStepStatusForm);
    }

    private static Func<Values<OperatingReview>, OperatingReview> OperatingReviewForm(
        RecordBuilder<OperatingReview> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var frequency = record.Required("frequency", static x => x.Frequency);
        var owner = record.Optional("owner", static x => x.Owner, Forms.Name!);
        var kpis = record.Optional("kpis", static x => x.Kpis, Forms.List(Forms.Name));
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new OperatingReview
        {
            Name = values.Get(name),
            Frequency = values.Get(frequency),
            Owner = values.Get(owner),
            Kpis = values.Get(kpis),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<RolloutStep>, RolloutStep> RolloutStepForm(RecordBuilder<RolloutStep> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var firstDay = record.Required("firstDay", static x => x.FirstDay, Forms.Count);
        var lastDay = record.Required("lastDay", static x => x.LastDay, Forms.Count);
        var check = record.Optional("check", static x => x.Check);
        return values => RolloutStep.Of(
            values.Get(name), values.Get(firstDay), values.Get(lastDay), values.Get(check));
    }

    private static Func<Values<ReviewCalendar>, ReviewCalendar> ReviewCalendarForm(
        RecordBuilder<ReviewCalendar> record)
    {
        var standard = new ReviewCalendar();
        var weekday = record.Optional("weekday", static x => x.Weekday, fallback: standard.Weekday);
        var fiscalCalendar = record.Optional("fiscalCalendar", static x => x.FiscalCalendar);
        var holidays = record.Optional("holidays", static x => x.Holidays);
        return values => new ReviewCalendar
        {
            Weekday = values.Get(weekday),
            FiscalCalendar = values.Get(fiscalCalendar),
            Holidays = values.Get(holidays),
        };
    }

    private static Func<Values<ScheduledReview>, ScheduledReview> ScheduledReviewForm(
        RecordBuilder<ScheduledReview> record)
    {
        var date = record.Required("date", static x => x.Date);
        var review = record.Required("review", static x => x.Review);
        return values => new ScheduledReview { Date = values.Get(date), Review = values.Get(review) };
    }

    private static Func<Values<RolloutData>, RolloutData> RolloutDataForm(RecordBuilder<RolloutData> record)
    {
        var opportunities = record.Optional("opportunities", static x => x.Opportunities);
        var stakeholderMaps = record.Optional("stakeholderMaps", static x => x.StakeholderMaps);
        var buyingGroup = record.Optional("buyingGroup", static x => x.BuyingGroup);
        var kpis = record.Optional("kpis", static x => x.Kpis);
        var readings = record.Optional("readings", static x => x.Readings);
        var pocs = record.Optional("pocs", static x => x.Pocs);
        var pocReadings = record.Optional("pocReadings", static x => x.PocReadings);
        var subscriptions = record.Optional("subscriptions", static x => x.Subscriptions);
        var revenues = record.Optional("revenues", static x => x.Revenues);
        var sites = record.Optional("sites", static x => x.Sites);
        return values => new RolloutData
        {
            Opportunities = values.Get(opportunities),
            StakeholderMaps = values.Get(stakeholderMaps),
            BuyingGroup = values.Get(buyingGroup),
            Kpis = values.Get(kpis),
            Readings = values.Get(readings),
            Pocs = values.Get(pocs),
            PocReadings = values.Get(pocReadings),
            Subscriptions = values.Get(subscriptions),
            Revenues = values.Get(revenues),
            Sites = values.Get(sites),
        };
    }

    private static Func<Values<RolloutEvidence>, RolloutEvidence> RolloutEvidenceForm(
        RecordBuilder<RolloutEvidence> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var count = record.Required("count", static x => x.Count, Forms.Long(0));
        var of = record.Required("of", static x => x.Of, Forms.Long(0));
        var isRequired = record.Optional("isRequired", static x => x.IsRequired);
        return values => new RolloutEvidence
        {
            Name = values.Get(name),
            Count = values.Get(count),
            Of = values.Get(of),
            IsRequired = values.Get(isRequired),
        };
    }

    private static Func<Values<RolloutStepStatus>, RolloutStepStatus> RolloutStepStatusForm(
        RecordBuilder<RolloutStepStatus> record)
    {
        var step = record.Required("step", static x => x.Step);
        var lastDay = record.Required("lastDay", static x => x.LastDay);
        var state = record.Required("state", static x => x.State);
        var evidence = record.Optional("evidence", static x => x.Evidence);
        return values => new RolloutStepStatus
        {
            Step = values.Get(step),
            LastDay = values.Get(lastDay),
            State = values.Get(state),
            Evidence = values.Get(evidence),
        };
    }
}
