"""What happens to a built site before it is published: policy, headers, links, digests, small style sheets."""
