using RevenueModel.Primitives;
using static RevenueModel.Architectures.OtSecurity2027Figures;

namespace RevenueModel.Architectures;

/// <summary>The failure modes and the diagrams of the OT security document.</summary>
internal static class OtSecurity2027Failures
{
    public static ValueList<PublishedFailureMode> FailureModes() =>
        [SecurityToOperations(), PoliticalFaultLine(), SoftwareCadence(), FirstDealAlone()];

    public static ValueList<PublishedFlow> Flows() => [Sale(), Reporting()];

    private static PublishedFlow Sale()
    {
        const string Trigger = "Regulatory trigger or incident";
        const string Discovery = "Discovery: map OT/IT politics";
        const string Champions = "Build dual champions: CISO + Controls Eng";
        const string Pilot = "Passive POC at one site";
        const string Gate = "No process disruption?";
        const string Production = "Single-site production deal";
        const string Expansion = "Land-and-expand to next sites";
        const string License = "Multi-site enterprise license";
        const string Renewal = "Annual renewal + threat-intel attach";
        return new PublishedFlow
        {
            Name = "Sale",
            Edges =
            [
                new FlowEdge { From = Trigger, To = Discovery },
                new FlowEdge { From = Discovery, To = Champions },
                new FlowEdge { From = Champions, To = Pilot },
                new FlowEdge { From = Pilot, To = Gate },
                new FlowEdge { From = Gate, To = Production, Label = "Yes" },
                new FlowEdge { From = Gate, To = "Deal dies on trust", Label = "No" },
                new FlowEdge { From = Production, To = Expansion },
                new FlowEdge { From = Expansion, To = License },
                new FlowEdge { From = License, To = Renewal },
                new FlowEdge { From = Renewal, To = Expansion },
            ],
            Citation = Section("Works Differently, diagram"),
        };
    }

    private static PublishedFlow Reporting()
    {
        const string Daily = "Daily: POC telemetry + alert quality";
        const string Weekly = "Weekly: pipeline + per-site expansion";
        const string Monthly = "Monthly: NRR + POC conversion + win rate";
        const string Quarterly = "Quarterly: LTV + retention + regulatory pipeline";
        const string Board = "Board / investor review";
        const string Teams = "Reallocate account teams + capacity";
        return new PublishedFlow
        {
            Name = "Reporting",
            Edges =
            [
                new FlowEdge { From = Daily, To = Weekly },
                new FlowEdge { From = Weekly, To = Monthly },
                new FlowEdge { From = Monthly, To = Quarterly },
                new FlowEdge { From = Quarterly, To = Board },
                new FlowEdge { From = Board, To = Teams },
                new FlowEdge { From = Teams, To = Weekly },
            ],
            Citation = Section("Reporting Cadence, diagram"),
        };
    }

    private static PublishedFailureMode SecurityToOperations() => new()
    {
        Name = "selling IT security to OT buyers",
        Consequences = ["the deal is dead before pricing"],
        Signs = ["EDR agents", "active scanning", "IT-centric dashboard"],
        Fixes =
        [
            "lead passive", "prove zero process impact in the POC",
            "speak the buyer's language (PLCs, not endpoints)",
        ],
        Citation = Section("Failure Modes 1"),
    };

    private static PublishedFailureMode PoliticalFaultLine() => new()
    {
        Name = "ignoring the OT/IT political fault line",
        Consequences =
        [
            "deals stall in a silent veto",
            "CISO champion only: budget but no network access",
            "OT champion only: trust but no money",
        ],
        Fixes =
        [
            "dual-champion development",
            "frame the project as OT/IT collaboration, with shared wins for both leaders",
        ],
        Citation = Section("Failure Modes 2"),
    };

    private static PublishedFailureMode SoftwareCadence() => new()
    {
        Name = "forecasting on an IT-software cadence",
        Effects =
        [
            new FailureEffect { Measure = FailureMeasure.ForecastDays, Value = Band.Between(60m, 60m) },
            new FailureEffect { Measure = FailureMeasure.CycleMonths, Value = Band.Between(9m, 18m) },
        ],
        Consequences = ["wild misses", "a sales team that sandbags or panics"],
        Fixes =
        [
            "stage-based forecasting calibrated to OT cycles", "capacity planning that assumes long cycles",
        ],
        Citation = Section("Failure Modes 3"),
    };

    private static PublishedFailureMode FirstDealAlone() => new()
    {
        Name = "treating the first deal as the deal",
        Effects =
        [
            new FailureEffect
            {
                Measure = FailureMeasure.LifetimeValueLost,
                Value = Band.Between(1_000_000m, 15_000_000m),
            },
        ],
        Consequences = ["flat revenue"],
        Signs = ["discounting hard to win the single-site land"],
        Fixes =
        [
            "compensate expansion as aggressively as new logos", "named account teams for site roll-out",
        ],
        Citation = Section("Failure Modes 4"),
    };
}
