using System.Text.Json.Nodes;

namespace RevenueModel.Tests.Json;

/// <summary>Random edits of a JSON text: its values, its names and its structure.</summary>
internal sealed class JsonEdits(int seed)
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "1", "-1", "0.5", "1.5", "22", "1e3", "-0", "1.0", "2.50", "1e-3", "12345678901234567890",
        "\"\"", "\" \"", "\"22%\"", "\"150%\"", "\"-1%\"", "\"0%\"", "\"100.0%\"", "\"12000-58000\"",
        "\"12,000-58,000\"",
        "\"5-1\"", "\"0-1\"", "\"10%-20%\"", "\"10%-20\"", "\"3+\"", "\"-5 to 5\"", "\"2027-02-28\"", "\"2027-13-01\"",
        "\"2027-02-30\"", "\"2027-05\"", "\"newArr\"", "\"new ARR\"", "\"marginal\"", "\"volume\"", "\"month\"",
        "\"Enterprise\"",
        "[]", "{}", "[1]", "[null]", "[\"it\"]", "[\"it\",\"it\"]", "{\"from\":1,\"to\":2}", "{\"from\":3}",
        "{\"from\":5,\"to\":2}", "{\"from\":-1}", "{\"kind\":\"flat\",\"fee\":5}", "{\"name\":\"x\"}",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Gets what was changed.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Returns the text with zero to two edits.</summary>
    public JsonNode? Change(JsonNode? root)
    {
        var holder = new JsonObject { ["root"] = root };
        for (int edits = _random.Next(0, 3); edits > 0; edits--)
        {
            List<JsonNode> places = [holder];
            Collect(holder["root"], places);
            Edit(places[_random.Next(places.Count)], holder);
        }

        JsonNode? changed = holder["root"];
        holder.Remove("root");
        return changed;
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject members)
        {
            places.Add(node);
            foreach ((_, JsonNode? value) in members)
            {
                Collect(value, places);
            }
        }
        else if (node is JsonArray items)
        {
            places.Add(node);
            foreach (JsonNode? item in items)
            {
                Collect(item, places);
            }
        }
    }

    private void Edit(JsonNode place, JsonNode holder)
    {
        if (place is JsonArray items)
        {
            Edit(items);
        }
        else if (place is JsonObject { Count: > 0 } members)
        {
            string name = members.Select(member => member.Key).ElementAt(_random.Next(members.Count));
            Edit(members, name, place == holder);
        }
    }

    private void Edit(JsonArray items)
    {
        int at = items.Count == 0 ? 0 : _random.Next(items.Count);
        switch (_random.Next(4))
        {
            case 0 when items.Count > 0:
                Note(items.GetPath(), "without an item");
                items.RemoveAt(at);
                break;
            case 1 when items.Count > 0:
                Note(items.GetPath(), "with an item twice");
                items.Insert(at, items[at]?.DeepClone());
                break;
            case 2 when items.Count > 1:
                Note(items.GetPath(), "in another order");
                JsonNode? first = items[0];
                items.RemoveAt(0);
                items.Add(first);
                break;
            default:
                string value = Any();
                Note(items.GetPath(), "with " + value);
                items.Insert(at, JsonNode.Parse(value));
                break;
        }
    }

    private void Edit(JsonObject members, string name, bool isHolder)
    {
        switch (isHolder ? 3 : _random.Next(8))
        {
            case 0:
                Note(members.GetPath(), "without " + name);
                members.Remove(name);
                break;
            case 1:
                Note(members.GetPath(), "with an unknown member");
                members[name + "x"] = members[name]?.DeepClone();
                break;
            default:
                string value = Any();
                Note(members.GetPath(), $"{name} as {value}");
                members[name] = JsonNode.Parse(value);
                break;
        }
    }

    private string Any() => Values[_random.Next(Values.Length)];

    private void Note(string path, string what) => Last += path + " " + what + "; ";
}
