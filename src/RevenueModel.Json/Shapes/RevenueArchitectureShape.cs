using RevenueModel.Architectures;
using RevenueModel.Segments;

namespace RevenueModel.Json;

/// <summary>The JSON form of an architecture. Its members are read in groups.</summary>
internal static class RevenueArchitectureShape
{
    /// <summary>Adds the form to a table.</summary>
    public static void AddTo(ShapeTable shapes) => shapes.Add<RevenueArchitecture>(Form);

    private static Func<Values<RevenueArchitecture>, RevenueArchitecture> Form(
        RecordBuilder<RevenueArchitecture> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var segmentation = record.Optional(
            "segmentation", static x => x.Segmentation, fallback: Segmentation.Empty);
        var nrrTarget = record.Optional("nrrTarget", static x => x.NrrTarget, Forms.RatioBand.OrNull());
        var goToMarketMotions = record.Optional("goToMarketMotions", static x => x.GoToMarketMotions);
        var buyerMotion = record.Optional("buyerMotion", static x => x.BuyerMotion);
        var channel = record.Optional("channel", static x => x.Channel);
        var expansion = record.Optional("expansion", static x => x.Expansion);
        var pricing = record.Optional("pricing", static x => x.Pricing);
        var compPlans = record.Optional("compPlans", static x => x.CompPlans);
        var chart = record.Optional("chart", static x => x.Chart);
        var roleRequirements = record.Optional("roleRequirements", static x => x.RoleRequirements);
        var reviews = record.Optional("reviews", static x => x.Reviews);
        var forecast = record.Optional("forecast", static x => x.Forecast);
        var addMarket = MarketForm(record);
        var addOperation = OperatingForm(record);
        var addSource = SourceForm(record);
        return values => addSource(values, addOperation(values, addMarket(values, new RevenueArchitecture
        {
            Name = values.Get(name),
            Segmentation = values.Get(segmentation),
            NrrTarget = values.Get(nrrTarget),
            GoToMarketMotions = values.Get(goToMarketMotions),
            BuyerMotion = values.Get(buyerMotion),
            Channel = values.Get(channel),
            Expansion = values.Get(expansion),
            Pricing = values.Get(pricing),
            CompPlans = values.Get(compPlans),
            Chart = values.Get(chart),
            RoleRequirements = values.Get(roleRequirements),
            Reviews = values.Get(reviews),
            Forecast = values.Get(forecast),
        })));
    }

    // Adds the buyers, the market and the partners.
    private static Func<Values<RevenueArchitecture>, RevenueArchitecture, RevenueArchitecture> MarketForm(
        RecordBuilder<RevenueArchitecture> record)
    {
        var buyingGroup = record.Optional("buyingGroup", static x => x.BuyingGroup);
        var technicalBuyer = record.Optional("technicalBuyer", static x => x.TechnicalBuyer);
        var regulations = record.Optional("regulations", static x => x.Regulations);
        var freezeWindows = record.Optional("freezeWindows", static x => x.FreezeWindows);
        var stages = record.Optional("stages", static x => x.Stages);
        var bakeOffs = record.Optional("bakeOffs", static x => x.BakeOffs);
        var market = record.Optional("market", static x => x.Market);
        var nrrDisclosed = record.Optional("nrrDisclosed", static x => x.NrrDisclosed);
        var partnerKinds = record.Optional("partnerKinds", static x => x.PartnerKinds);
        return (values, architecture) => architecture with
        {
            BuyingGroup = values.Get(buyingGroup),
            TechnicalBuyer = values.Get(technicalBuyer),
            Regulations = values.Get(regulations),
            FreezeWindows = values.Get(freezeWindows),
            Stages = values.Get(stages),
            BakeOffs = values.Get(bakeOffs),
            Market = values.Get(market),
            NrrDisclosed = values.Get(nrrDisclosed),
            PartnerKinds = values.Get(partnerKinds),
        };
    }

    // Adds growth, pay principles, cadence and indicators.
    private static Func<Values<RevenueArchitecture>, RevenueArchitecture, RevenueArchitecture> OperatingForm(
        RecordBuilder<RevenueArchitecture> record)
    {
        var landAndExpand = record.Optional("landAndExpand", static x => x.LandAndExpand);
        var aiShift = record.Optional("aiShift", static x => x.AiShift);
        var customerValue = record.Optional("customerValue", static x => x.CustomerValue);
        var planPrinciples = record.Optional("planPrinciples", static x => x.PlanPrinciples);
        var rollout = record.Optional("rollout", static x => x.Rollout);
        var rolloutPhases = record.Optional("rolloutPhases", static x => x.RolloutPhases);
        var keyDashboards = record.Optional("keyDashboards", static x => x.KeyDashboards);
        var benchmarks = record.Optional("benchmarks", static x => x.Benchmarks);
        var recurringMix = record.Optional("recurringMix", static x => x.RecurringMix);
        var lifetimeValues = record.Optional("lifetimeValues", static x => x.LifetimeValues);
        var acquisitionCostDrivers = record.Optional("acquisitionCostDrivers", static x => x.AcquisitionCostDrivers);
        return (values, architecture) => architecture with
        {
            LandAndExpand = values.Get(landAndExpand),
            AiShift = values.Get(aiShift),
            CustomerValue = values.Get(customerValue),
            PlanPrinciples = values.Get(planPrinciples),
            Rollout = values.Get(rollout),
            RolloutPhases = values.Get(rolloutPhases),
            KeyDashboards = values.Get(keyDashboards),
            Benchmarks = values.Get(benchmarks),
            RecurringMix = values.Get(recurringMix),
            LifetimeValues = values.Get(lifetimeValues),
            AcquisitionCostDrivers = values.Get(acquisitionCostDrivers),
        };
    }

    // Adds what the source prints: failures, diagrams, lists, restatements and notes.
    private static Func<Values<RevenueArchitecture>, RevenueArchitecture, RevenueArchitecture> SourceForm(
        RecordBuilder<RevenueArchitecture> record)
    {
        var failureModes = record.Optional("failureModes", static x => x.FailureModes);
        var flows = record.Optional("flows", static x => x.Flows);
        var lists = record.Optional("lists", static x => x.Lists);
        var restatements = record.Optional("restatements", static x => x.Restatements);
        var notes = record.Optional("notes", static x => x.Notes);
        var citation = record.Optional("citation", static x => x.Citation);
        return (values, architecture) => architecture with
        {
            FailureModes = values.Get(failureModes),
            Flows = values.Get(flows),
            Lists = values.Get(lists),
            Restatements = values.Get(restatements),
            Notes = values.Get(notes),
            Citation = values.Get(citation),
        };
    }
}
